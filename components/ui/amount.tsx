import {
  formatSignedUsd,
  formatUnitUsd,
  formatUsd,
  formatUsdExact,
  formatUsdShort,
  nanoUsd,
  type NanoUsd,
} from "@/lib/money";
import { cn } from "./class-names";

const FORMATS: Record<"cents" | "unit" | "short" | "exact" | "signed", (amount: NanoUsd) => string> = {
  cents: formatUsd,
  unit: formatUnitUsd,
  short: formatUsdShort,
  exact: formatUsdExact,
  signed: formatSignedUsd,
};

export interface AmountProps {
  /** Nano-dollars as the digits that the API sends, or as a bigint. Null draws a dash: not known is not zero. */
  nanoUsd: string | bigint | null;
  /** `cents` in reports, `unit` (four digits) for the cost of one thing, `short` on axes and in ranges. */
  as?: keyof typeof FORMATS;
  /** What the dash stands for; read aloud. */
  nullLabel?: string;
  className?: string;
}

/** One amount of money. Its title is the exact amount, to the last digit kept. */
export function Amount({ nanoUsd: value, as = "cents", nullLabel = "not known", className }: AmountProps) {
  if (value === null) {
    return (
      <span className={cn("text-muted", className)}>
        <span aria-hidden>—</span>
        <span className="sr-only">{nullLabel}</span>
      </span>
    );
  }
  const amount = nanoUsd(BigInt(value));
  const text = FORMATS[as](amount);
  const exact = formatUsdExact(amount);
  return (
    <span className={cn("tabular-nums", className)} title={exact === text ? undefined : exact}>
      {text}
    </span>
  );
}
