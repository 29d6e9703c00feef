import "server-only";
import type { PriceListSummary } from "@/lib/contracts/price-lists";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { presentPriceLists } from "./present-price-lists";

const MAX_LISTED = 100;

/** The newest price lists that were brought in. */
export function listPriceLists(workspace: { id: string }): Promise<{ items: PriceListSummary[] }> {
  return inWorkspace(workspace.id, async (tx) => {
    const rows = await tx.priceList.findMany({
      where: { workspaceId: workspace.id },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: MAX_LISTED,
    });
    return { items: await presentPriceLists(tx, rows) };
  });
}
