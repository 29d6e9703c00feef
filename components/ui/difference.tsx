import { formatPercent, formatUsd, formatUsdExact, nanoUsd } from "@/lib/money";
import { cn } from "./class-names";

export interface DifferenceProps {
  /** Measured minus expected, in nano-dollars. Null draws a dash. */
  nanoUsd: string | bigint | null;
  /** The same as a share of what was expected, in hundredths of a per cent. */
  basisPoints?: number | null | undefined;
  show?: "amount" | "percent";
  /** The word can be left out where the column or sentence says it already. */
  isWordHidden?: boolean;
  className?: string;
}

/** How far something is over or under: sign, amount or per cent, and the word, so that colour is never alone. */
export function Difference({
  nanoUsd: value,
  basisPoints,
  show = "amount",
  isWordHidden = false,
  className,
}: DifferenceProps) {
  const isUnknown = value === null || (show === "percent" && basisPoints == null);
  if (isUnknown) {
    return (
      <span className={cn("text-muted", className)}>
        <span aria-hidden>—</span>
        <span className="sr-only">nothing to compare with</span>
      </span>
    );
  }
  const amount = BigInt(value);
  const size = amount < 0n ? -amount : amount;
  const text = show === "amount" ? formatUsd(nanoUsd(size)) : formatPercent(Math.abs(basisPoints ?? 0));
  const word = amount > 0n ? "over" : amount < 0n ? "under" : "on plan";
  const sign = amount > 0n ? "+" : amount < 0n ? "−" : "";
  return (
    <span
      title={formatUsdExact(nanoUsd(amount))}
      className={cn(
        "font-medium whitespace-nowrap tabular-nums",
        amount > 0n && "text-over",
        amount < 0n && "text-under",
        className,
      )}
    >
      {sign}
      {text} <span className={cn(isWordHidden && "sr-only")}>{word}</span>
    </span>
  );
}
