import "server-only";
import { DEFAULT_BILLING_RULES } from "@/lib/calls";
import { ENGINE_VERSION } from "@/lib/scenarios";
import type { Tariff } from "@/lib/server/calls/decide-call";
import { getTariff, TARIFF_VERSION } from "@/lib/server/calls/tariff";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { findClosedMonths } from "@/lib/server/reports/closed-months";
import { releaseFingerprint } from "./release-fingerprint";
import { readScope, type RepricingRow } from "./repricing-row";

/** What a repricing depends on, as it is in the transaction. */
export interface RepricingContext {
  timeZone: string;
  tariff: Tariff;
  /** Those in the span of the repricing. */
  closedMonths: string[];
  /** The first day in its span whose single calls are kept; null where those of all days are. */
  keptFrom: string | null;
  /**
   * Tells whether a dry run still says what an application would do: it changes with every price, billing rule and time
   * zone, with every other repricing that is applied, when a month in the span is closed or opened or calls in it are
   * dropped, and with a release that decides otherwise.
   */
  fingerprint: string;
}

const RELEASE = releaseFingerprint(DEFAULT_BILLING_RULES, ENGINE_VERSION);

export async function readContext(tx: Transaction, repricing: RepricingRow): Promise<RepricingContext> {
  const { workspaceId, id } = repricing;
  const [row] = await tx.$queryRaw<
    { timeZone: string; keptFrom: string | null; version: string; lastApplied: string | null }[]
  >`
    SELECT time_zone AS "timeZone", ${TARIFF_VERSION} AS version,
      CASE WHEN calls_kept_from > ${readScope(repricing).from}::date THEN calls_kept_from END::text AS "keptFrom",
      (SELECT max(greatest(applied_at, finished_at))::text FROM repricing
        WHERE workspace_id = workspace.id AND id <> ${id} AND applied_at IS NOT NULL) AS "lastApplied"
    FROM workspace WHERE id = ${workspaceId}`;
  if (row === undefined) throw new Error(`Workspace ${workspaceId} is gone.`);
  const closedMonths = await findClosedMonths(tx, workspaceId, readScope(repricing));
  const { tariff, fingerprint } = await getTariff(tx, workspaceId, row.version);
  return {
    timeZone: row.timeZone,
    tariff,
    closedMonths,
    keptFrom: row.keptFrom,
    fingerprint: JSON.stringify([
      RELEASE,
      fingerprint,
      row.timeZone,
      row.lastApplied,
      closedMonths,
      row.keptFrom,
    ]),
  };
}
