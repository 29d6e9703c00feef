import { formatUnitUsd, formatUsdEstimate, formatUsdExact, nanoUsd, type NanoUsd } from "@/lib/money";
import { formatMonth } from "@/lib/time";
import type { PricedProjection } from "./prepare-outcome";
import type { Reference } from "./prepare-reference";

/** How a figure differs from what it is compared with, in words that need no colour. */
interface DifferenceWords {
  /** "$6,204 more"; null where there is no difference. */
  amount: string | null;
  /** "than v3", or "as saved". */
  rest: string;
  direction: "more" | "less" | "same";
}

export interface Figure {
  text: string;
  exact: string;
  difference: DifferenceWords | null;
}

export interface Figures {
  total: Figure;
  perDeliveredImage: Figure | null;
  perAcceptedImage: Figure | null;
  peakMonth: { name: string; figure: Figure } | null;
}

/** The four figures above the chart. Amounts of a span are rounded to what a plan can know; unit costs keep four digits. */
export function prepareFigures({ total, months }: PricedProjection, reference: Reference | null): Figures {
  const compared = reference?.figures ?? null;
  const name = reference?.name ?? "";
  const peak = months.reduce<(typeof months)[number] | null>(
    (most, month) => (most === null || month.totalNanoUsd > most.totalNanoUsd ? month : most),
    null,
  );
  const perImage = (amount: NanoUsd | null, before: NanoUsd | null | undefined) =>
    amount === null ? null : figure(amount, before, name, formatUnitUsd);
  return {
    total: figure(total.totalNanoUsd, compared?.totalNanoUsd, name, formatUsdEstimate),
    perDeliveredImage: perImage(total.perDeliveredImageNanoUsd, compared?.perDeliveredImageNanoUsd),
    perAcceptedImage: perImage(total.perAcceptedImageNanoUsd, compared?.perAcceptedImageNanoUsd),
    peakMonth: peak && {
      name: formatMonth(peak.month),
      figure: figure(peak.totalNanoUsd, compared?.peakMonthNanoUsd, name, formatUsdEstimate),
    },
  };
}

function figure(
  amount: NanoUsd,
  before: NanoUsd | null | undefined,
  name: string,
  format: (amount: NanoUsd) => string,
): Figure {
  const difference = before == null ? null : differenceWords(amount - before, name, format);
  return { text: format(amount), exact: formatUsdExact(amount), difference };
}

function differenceWords(
  difference: bigint,
  name: string,
  format: (amount: NanoUsd) => string,
): DifferenceWords {
  if (difference === 0n) return { amount: null, rest: `as ${name}`, direction: "same" };
  const size = format(nanoUsd(difference < 0n ? -difference : difference));
  if (!/[1-9]/.test(size)) return { amount: null, rest: `nearly as ${name}`, direction: "same" };
  const direction = difference > 0n ? "more" : "less";
  return { amount: `${size} ${direction}`, rest: `than ${name}`, direction };
}
