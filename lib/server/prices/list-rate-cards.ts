import "server-only";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { loadRateCards, type StoredRateCard } from "./load-rate-cards";

/** The catalogue and the workspace's own prices: by provider and model, the workspace's first, the newest first. */
export async function listRateCards(workspace: { id: string }): Promise<{ items: StoredRateCard[] }> {
  const cards = await inWorkspace(workspace.id, (tx) => loadRateCards(tx, workspace.id));
  return { items: cards.sort(inListOrder) };
}

function inListOrder(a: StoredRateCard, b: StoredRateCard): number {
  return (
    compare(a.provider, b.provider) ||
    compare(a.model, b.model) ||
    compare(b.origin, a.origin) ||
    compare(b.validFrom, a.validFrom)
  );
}

/** By code unit, the same on every machine. */
function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
