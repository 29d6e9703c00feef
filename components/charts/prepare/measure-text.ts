import {
  divideHalfEven,
  formatPercent,
  formatUnitUsd,
  formatUsd,
  formatUsdShort,
  nanoUsd,
  usdDecimal,
} from "@/lib/money";
import type { ChartCell } from "./chart-table";

/** What a chart's values are of. They are kept in billionths of it: of a dollar, of one, of the whole. */
export type ChartUnit = "usd" | "unitUsd" | "count" | "share";

const NANO = 1_000_000_000n;
const NANO_PER_BASIS_POINT = 100_000n;

/** A value as people read it: $1.23, $0.2109, 1,234 or 12.5%. Counts are whole. */
export function measureText(unit: ChartUnit, nano: bigint): string {
  switch (unit) {
    case "usd":
      return formatUsd(nanoUsd(nano));
    case "unitUsd":
      return formatUnitUsd(nanoUsd(nano));
    case "count":
      return (nano / NANO).toLocaleString("en-US");
    case "share":
      return formatPercent(divideHalfEven(nano, NANO_PER_BASIS_POINT));
  }
}

/** The same for an axis, where room is scarce. */
export function shortMeasureText(unit: ChartUnit, nano: bigint): string {
  switch (unit) {
    case "usd":
    case "unitUsd":
      return formatUsdShort(nanoUsd(nano));
    case "count":
      return COMPACT.format(Number(nano) / 1e9);
    case "share":
      return `${Number((Number(nano) / 1e7).toFixed(2))}%`;
  }
}

const COMPACT = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });

/** A value as a cell; the file has it exactly: dollars and per cent with every digit. A dash where it is not known. */
export function measureCell(unit: ChartUnit, nano: bigint | null): ChartCell {
  if (nano === null) return { text: "—", raw: "" };
  return { text: measureText(unit, nano), raw: rawText(unit, nano) };
}

function rawText(unit: ChartUnit, nano: bigint): string {
  if (unit === "count") return String(nano / NANO);
  return usdDecimal(nanoUsd(unit === "share" ? nano * 100n : nano));
}

/** What a column's head says of its numbers. */
export const UNIT_WORDS: Readonly<Record<ChartUnit, string | null>> = {
  usd: "USD",
  unitUsd: "USD",
  count: null,
  share: "%",
};
