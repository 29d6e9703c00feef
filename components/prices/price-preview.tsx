import { Amount } from "@/components/ui/amount";
import type { RateCardBody } from "@/lib/contracts/prices";
import { buildPriceBook, type Estimate, estimateRequest, type RateCard } from "@/lib/pricing";

/** One picture of the commonest kind, by which two prices can be compared. */
const SAMPLE = { size: "1024x1024", quality: "high", promptTokens: 26 };

/** What the sample request would cost under the price being entered, beside what the provider's list says. */
export function PricePreview({ body, list }: { body: RateCardBody | null; list: RateCard | null }) {
  const entered = body && estimateSample(cardOf(body));
  const listed = list && estimateSample(list);
  return (
    <div className="grid gap-1 rounded-card bg-sunken px-3 py-2.5">
      <p className="text-sm text-muted">One 1024×1024 image at high quality, with a prompt of 26 tokens</p>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-lg font-semibold">
          <EstimateAmount estimate={entered} />
        </span>
        {listed?.status === "priced" && (
          <span className="text-sm text-muted">
            <Amount nanoUsd={listed.costNanoUsd} as="unit" /> at the provider’s list price
          </span>
        )}
      </p>
    </div>
  );
}

function EstimateAmount({ estimate }: { estimate: Estimate | null }) {
  switch (estimate?.status) {
    case "priced":
      return <Amount nanoUsd={estimate.costNanoUsd} as="unit" />;
    case "range":
      return (
        <>
          <Amount nanoUsd={estimate.lowNanoUsd} as="unit" /> to{" "}
          <Amount nanoUsd={estimate.highNanoUsd} as="unit" />
        </>
      );
    default:
      return <span className="font-normal text-muted">{estimate === null ? "—" : "no price for it"}</span>;
  }
}

function cardOf(body: RateCardBody): RateCard {
  return {
    ...body,
    id: "entered",
    origin: "workspace",
    validTo: null,
    sourceUrl: null,
    sourceKind: "user_entered",
    shutdownOn: null,
    notes: null,
  };
}

function estimateSample(card: RateCard): Estimate {
  return estimateRequest(buildPriceBook([card]), {
    ...SAMPLE,
    provider: card.provider,
    model: card.model,
    operation: "generation",
    n: 1,
    batch: false,
    inputImages: [],
    partialImages: 0,
    outputFormat: null,
    on: card.validFrom,
  });
}
