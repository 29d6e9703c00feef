import { notify, notifyError } from "@/components/ui/toast";
import { messageOf } from "@/lib/client/api-error";
import { useRemovePriceList } from "@/lib/client/price-list-mutations";
import type { PriceListSummary } from "@/lib/contracts/price-lists";
import { plural } from "./list-words";

/** Takes a list back and says how that went, even when what offered it is no longer on the screen by then. */
export function useTakeBack(workspace: string) {
  const remove = useRemovePriceList(workspace);

  async function takeBack({ id, name, usedCards }: PriceListSummary): Promise<void> {
    try {
      await remove.mutateAsync(id);
      const prices = usedCards === 0 ? "" : ` with ${plural(usedCards, "price", "prices")}`;
      notify({ message: `The list ${name} is taken back${prices}.` });
    } catch (error) {
      notifyError(messageOf(error));
    }
  }

  return { takeBack, pendingId: remove.isPending ? remove.variables : null };
}
