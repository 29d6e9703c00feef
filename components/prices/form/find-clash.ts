import type { RateCardBody } from "@/lib/contracts/prices";
import { addDays, formatDate } from "@/lib/time";
import type { PricedCard } from "./price-form-values";

/**
 * Why a price cannot stand beside the workspace's own of the same provider and model, as far as the browser can tell; the
 * server has the last word. An end that is another price's beginning was not stated, and gives way.
 */
export function findClash(
  cards: readonly PricedCard[],
  { provider, model, validFrom, validTo }: RateCardBody,
): { box: "validFrom" | "lastDay"; message: string } | null {
  const own = cards.filter(
    (card) => card.origin === "workspace" && card.provider === provider && card.model === model,
  );
  const starts = own.map((card) => card.validFrom).sort();
  if (starts.includes(validFrom)) {
    return { box: "validFrom", message: "Another price of this model begins on this day" };
  }
  const running = own.find(
    (card) =>
      card.validFrom < validFrom &&
      card.validTo !== null &&
      card.validTo > validFrom &&
      !starts.includes(card.validTo),
  );
  if (running?.validTo != null) {
    const lastDay = formatDate(addDays(running.validTo, -1));
    return { box: "validFrom", message: `“${running.name}” is valid until ${lastDay}` };
  }
  const next = starts.find((start) => start > validFrom);
  if (next !== undefined && validTo != null && validTo > next) {
    return { box: "lastDay", message: `Another price begins on ${formatDate(next)}` };
  }
  return null;
}
