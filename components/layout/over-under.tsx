import { cn } from "@/components/ui/class-names";
import { formatUsd, formatUsdExact, nanoUsd } from "@/lib/money";

export interface OverUnderProps {
  /** Actual minus forecast or budget. */
  varianceNanoUsd: string;
  className?: string;
}

/** "$222.40 over", for a sentence that goes on: the amount without a sign, as the word says which way. */
export function OverUnder({ varianceNanoUsd, className }: OverUnderProps) {
  const variance = BigInt(varianceNanoUsd);
  if (variance === 0n) return <span className={cn("font-medium text-ink", className)}>exactly on</span>;
  const size = nanoUsd(variance < 0n ? -variance : variance);
  return (
    <span
      title={formatUsdExact(size)}
      className={cn("font-medium whitespace-nowrap", variance > 0n ? "text-over" : "text-under", className)}
    >
      {formatUsd(size)} {variance > 0n ? "over" : "under"}
    </span>
  );
}
