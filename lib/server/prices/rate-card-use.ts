import "server-only";
import { projectScenario } from "@/lib/scenarios";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { readDrivers } from "@/lib/server/scenarios/read-drivers";
import { getPriceBook } from "./get-price-book";

interface OwnCard {
  workspaceId: string;
  id: string;
}

/** What relies on a card, in words for people; null when nothing does. */
export async function findRateCardUse(tx: Transaction, card: OwnCard): Promise<string | null> {
  if (await pricedACall(tx, card)) return "Calls were priced with it.";
  if (await isInAVersion(tx, card)) return "A frozen version of a scenario was computed with it.";
  const scenario = await findScenarioUsing(tx, card);
  return scenario === null ? null : `The scenario “${scenario}” is projected with it.`;
}

/**
 * The daily sums keep the cards apart, so that the log itself need not be looked through. What a call was priced with
 * before it was priced anew is on record too.
 */
async function pricedACall(tx: Transaction, { workspaceId, id }: OwnCard): Promise<boolean> {
  const [day] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM usage_daily WHERE workspace_id = ${workspaceId} AND rate_card_id = ${id}
    UNION ALL
    SELECT 1 FROM call_price_change WHERE workspace_id = ${workspaceId} AND before_rate_card_id = ${id}
    LIMIT 1`;
  return day !== undefined;
}

async function isInAVersion(tx: Transaction, { workspaceId, id }: OwnCard): Promise<boolean> {
  const [version] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM scenario_version
    WHERE workspace_id = ${workspaceId} AND rate_cards @> ${JSON.stringify([{ id }])}::jsonb
    LIMIT 1`;
  return version !== undefined;
}

async function findScenarioUsing(tx: Transaction, { workspaceId, id }: OwnCard): Promise<string | null> {
  const book = await getPriceBook(tx, workspaceId);
  const scenarios = await tx.scenario.findMany({
    where: { workspaceId, deletedAt: null },
    select: { name: true, drivers: true },
  });
  const using = scenarios.find(({ drivers }) => {
    const projection = projectScenario(readDrivers(drivers), book);
    return projection.status === "priced" && projection.rateCardIds.includes(id);
  });
  return using?.name ?? null;
}
