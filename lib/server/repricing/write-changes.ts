import "server-only";
import { arrayLiteral } from "@/lib/server/calls/array-literal";
import type { CallDecision } from "@/lib/server/calls/decide-call";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { sumTagsAnew } from "@/lib/server/tags/sum-tags-anew";
import { addToDays, addToMonths } from "@/lib/server/usage/daily-sums";
import { isOfDay, type LocalDay } from "@/lib/server/usage/is-of-day";
import type { RepricedCall } from "./day-differences";

/** Where a decision stands in the table `call`, and the types of the columns. */
const COLUMNS: Readonly<Record<keyof CallDecision, readonly [column: string, type: string]>> = {
  size: ["size", "text"],
  quality: ["quality", "text"],
  pictureBasis: ["picture_basis", "text"],
  billed: ["billed", "boolean"],
  billedBasis: ["billed_basis", "text"],
  billingRuleId: ["billing_rule_id", "text"],
  costBasis: ["cost_basis", "text"],
  costNanoUsd: ["cost_nano_usd", "bigint"],
  unpricedReason: ["unpriced_reason", "text"],
  boundLowNanoUsd: ["bound_low_nano_usd", "bigint"],
  boundHighNanoUsd: ["bound_high_nano_usd", "bigint"],
  rateCardId: ["rate_card_id", "text"],
};

const KEYS = Object.keys(COLUMNS) as (keyof CallDecision)[];
const NAMES = KEYS.map((key) => COLUMNS[key][0]);
const names = Prisma.raw(NAMES.join(", "));
const assignments = Prisma.raw(NAMES.map((name) => `${name} = changed.${name}`).join(", "));

/** Gives calls their new prices, and keeps for good what each of them was before. */
export async function writeChanges(
  tx: Transaction,
  { workspaceId, repricingId, now }: { workspaceId: string; repricingId: string; now: Date },
  changed: readonly RepricedCall[],
): Promise<void> {
  if (changed.length === 0) return;
  const ids = arrayLiteral(changed.map(({ call }) => call.id));
  const before = arrayLiteral(changed.map(({ call }) => toJson(call.decision)));
  const after = arrayLiteral(changed.map((each) => toJson(each.after)));
  // The id is made of both, so that no call can be changed twice by one repricing.
  await tx.$executeRaw`
    INSERT INTO call_price_change
      (workspace_id, id, repricing_id, call_id, before, before_rate_card_id, after, at)
    SELECT ${workspaceId}, ${repricingId} || '.' || call_id, ${repricingId}, call_id, before, before->>'rateCardId',
      after, ${now}::timestamptz
    FROM unnest(${ids}::text[], ${before}::jsonb[], ${after}::jsonb[]) AS changed(call_id, before, after)`;
  const columns = KEYS.map((key) => {
    const values = changed.map((each) => each.after[key]);
    const texts = values.map((value) => (typeof value === "bigint" ? String(value) : value));
    return Prisma.sql`${arrayLiteral(texts)}::${Prisma.raw(COLUMNS[key][1])}[]`;
  });
  await tx.$executeRaw`
    UPDATE call SET ${assignments}
    FROM unnest(${ids}::text[], ${Prisma.join(columns)}) AS changed(call_id, ${names})
    WHERE call.workspace_id = ${workspaceId} AND call.id = changed.call_id`;
}

/** Sums a day up anew from its calls, and its month from the days. */
export async function rebuildDay(tx: Transaction, day: LocalDay): Promise<void> {
  const { workspaceId, date } = day;
  const calls = Prisma.sql`(SELECT * FROM call AS logged WHERE ${isOfDay(day)})`;
  await tx.$executeRaw`
    DELETE FROM usage_daily WHERE workspace_id = ${workspaceId} AND local_date = ${date}::date`;
  await tx.$executeRaw(addToDays(workspaceId, calls));
  const month = Prisma.sql`date_trunc('month', ${date}::date)::date`;
  await tx.$executeRaw`
    DELETE FROM usage_monthly WHERE workspace_id = ${workspaceId} AND local_date = ${month}`;
  const days = Prisma.sql`(
    SELECT * FROM usage_daily WHERE workspace_id = ${workspaceId}
      AND local_date >= ${month} AND local_date < (${month} + interval '1 month')::date)`;
  await tx.$executeRaw(addToMonths(workspaceId, days));
  await sumTagsAnew(tx, workspaceId, { rows: Prisma.sql`local_date = ${date}::date`, calls });
}

function toJson(decision: CallDecision): string {
  return JSON.stringify(decision, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}
