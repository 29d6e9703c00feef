import { Amount } from "@/components/ui/amount";

export interface CostAmountProps {
  costNanoUsd: string;
  calls: number;
  unpricedCalls: number;
  /** The days are to come: nothing has been spent because nothing could be. */
  isToCome?: boolean;
}

/** What a set of calls cost. Where not one of them has a price, that is not $0.00 but unknown. */
export function CostAmount({ costNanoUsd, calls, unpricedCalls, isToCome = false }: CostAmountProps) {
  if (isToCome && calls === 0) return <Amount nanoUsd={null} nullLabel="to come" />;
  if (calls > 0 && unpricedCalls === calls) return <span className="text-muted">Unpriced</span>;
  return <Amount nanoUsd={costNanoUsd} />;
}
