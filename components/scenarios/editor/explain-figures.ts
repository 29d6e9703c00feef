import {
  derivePeakMonth,
  deriveProjectedImage,
  deriveProjectedTotal,
  type Derivation,
} from "@/lib/derivations";
import type { PriceBook } from "@/lib/pricing";
import type { Outcome } from "./prepare-outcome";

/** How each figure above the chart came about; derived when somebody opens it, as a moving slider need not. */
export type FigureDerivations = Record<
  "total" | "perDeliveredImage" | "perAcceptedImage" | "peakMonth",
  () => Derivation | null
>;

export function explainFigures({ drivers, projection }: Outcome, book: PriceBook): FigureDerivations | null {
  if (projection === null) return null;
  const input = { drivers, projection, book };
  return {
    total: () => deriveProjectedTotal(input),
    perDeliveredImage: () => deriveProjectedImage(input, "delivered"),
    perAcceptedImage: () => deriveProjectedImage(input, "accepted"),
    peakMonth: () => derivePeakMonth(input),
  };
}
