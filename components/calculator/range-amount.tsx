import { Amount, type AmountProps } from "@/components/ui/amount";
import type { NanoUsd } from "@/lib/money";

export interface RangeAmountProps {
  /** Null without a price. */
  range: { low: NanoUsd; high: NanoUsd } | null;
  as?: AmountProps["as"];
}

/** One amount, or from the cheapest to the dearest where something is left to the model. */
export function RangeAmount({ range, as = "exact" }: RangeAmountProps) {
  if (range === null) return <Amount nanoUsd={null} nullLabel="no price" />;
  if (range.low === range.high) return <Amount nanoUsd={range.low} as={as} />;
  return (
    <span className="whitespace-nowrap">
      <Amount nanoUsd={range.low} as="short" />
      <span aria-hidden> – </span>
      <span className="sr-only"> to </span>
      <Amount nanoUsd={range.high} as="short" />
    </span>
  );
}
