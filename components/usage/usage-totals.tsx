import { CostAmount } from "@/components/layout/cost-amount";
import { ExplainAmount } from "@/components/layout/explain-amount";
import { KeyFigure, KeyFigures } from "@/components/layout/key-figures";
import { Amount } from "@/components/ui/amount";
import type { CallFilter } from "@/lib/contracts/calls";
import type { UsageTotals } from "@/lib/contracts/usage";
import { isUnpriced } from "./is-unpriced";

const count = (value: number) => value.toLocaleString("en-US");

/** What the chosen calls add up to. */
export function UsageTotalsStrip({ totals, filter }: { totals: UsageTotals; filter: CallFilter }) {
  return (
    <KeyFigures>
      <KeyFigure
        label="Cost"
        value={
          <ExplainAmount of={{ subject: "usage", ...filter }}>
            <CostAmount {...totals} />
          </ExplainAmount>
        }
        detail={
          isUnpriced(totals) ? (
            "not one of these calls has a price"
          ) : (
            <>
              rework{" "}
              <ExplainAmount of={{ subject: "rework", ...filter }}>
                <Amount nanoUsd={totals.reworkNanoUsd} className="text-ink" />
              </ExplainAmount>{" "}
              · paid losses{" "}
              <ExplainAmount of={{ subject: "paid_losses", ...filter }}>
                <Amount nanoUsd={totals.paidLossNanoUsd} className="text-ink" />
              </ExplainAmount>
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
        value={
          <ExplainAmount
            of={
              totals.costPerDeliveredImageNanoUsd === null ? null : { subject: "cost_per_image", ...filter }
            }
          >
            <Amount nanoUsd={totals.costPerDeliveredImageNanoUsd} as="unit" nullLabel="no image delivered" />
          </ExplainAmount>
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
