import { CostAmount } from "@/components/layout/cost-amount";
import { KeyFigure, KeyFigures } from "@/components/layout/key-figures";
import { Amount } from "@/components/ui/amount";
import type { UsageTotals } from "@/lib/contracts/usage";
import { formatUsdExact, nanoUsd } from "@/lib/money";
import { isUnpriced } from "./is-unpriced";

const count = (value: number) => value.toLocaleString("en-US");

/** What the chosen calls add up to. */
export function UsageTotalsStrip({ totals }: { totals: UsageTotals }) {
  return (
    <KeyFigures>
      <KeyFigure
        label="Cost"
        explanation={
          <>
            <p>
              The sum of the calls that have a price. Rework is what retries, QA and prompt tuning cost; paid
              losses are calls that were billed and delivered nothing. A failed retry is in both.
            </p>
            <p>
              To the last digit:{" "}
              <span className="text-ink">{formatUsdExact(nanoUsd(BigInt(totals.costNanoUsd)))}</span>
            </p>
          </>
        }
        value={<CostAmount {...totals} />}
        detail={
          isUnpriced(totals) ? (
            "not one of these calls has a price"
          ) : (
            <>
              rework <Amount nanoUsd={totals.reworkNanoUsd} className="text-ink" /> · paid losses{" "}
              <Amount nanoUsd={totals.paidLossNanoUsd} className="text-ink" />
            </>
          )
        }
      />
      <KeyFigure
        label="Calls"
        value={count(totals.calls)}
        detail={
          totals.unpricedCalls > 0 ? (
            <span className="font-medium text-ink">{count(totals.unpricedCalls)} unpriced</span>
          ) : (
            totals.calls > 0 && "all priced"
          )
        }
      />
      <KeyFigure
        label="Delivered images"
        value={count(totals.imagesDelivered)}
        detail={`of ${count(totals.imagesRequested)} asked for`}
      />
      <KeyFigure
        label="Cost per delivered image"
        explanation={
          <p>The whole cost, rework and paid losses included, divided by the images that arrived.</p>
        }
        value={
          <Amount nanoUsd={totals.costPerDeliveredImageNanoUsd} as="unit" nullLabel="no image delivered" />
        }
        detail={
          totals.imagesJudged > 0
            ? `${count(totals.imagesAccepted)} of ${count(totals.imagesJudged)} judged were accepted`
            : "no image was judged"
        }
      />
    </KeyFigures>
  );
}
