import { Amount } from "@/components/ui/amount";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import type { RateCardBody } from "@/lib/contracts/prices";
import {
  buildPriceBook,
  type Estimate,
  estimateRequest,
  type HypotheticalRequest,
  type RateCard,
} from "@/lib/pricing";

type Sample = Pick<HypotheticalRequest, "size" | "quality" | "n" | "batch" | "operation" | "inputImages">;

const SQUARE = { width: 1024, height: 1024 };
const BASE: Sample = {
  size: "1024x1024",
  quality: "high",
  n: 1,
  batch: false,
  operation: "generation",
  inputImages: [],
};

/** The commonest kinds of request, by which two prices can be compared. The first is the one that articles price. */
const SAMPLES: [string, Sample][] = [
  ["1024×1024, high", BASE],
  ["1024×1024, medium", { ...BASE, quality: "medium" }],
  ["1536×1024, high", { ...BASE, size: "1536x1024" }],
  ["1024×1024, high, 4 images", { ...BASE, n: 4 }],
  ["1024×1024, high, batch", { ...BASE, batch: true }],
  ["Edit of one 1024×1024", { ...BASE, operation: "edit", inputImages: [SQUARE] }],
];

interface SampleRequestsProps {
  /** Null while the form cannot be read. */
  body: RateCardBody | null;
  list: RateCard | null;
}

/** What sample requests would cost under the price being entered, beside the provider's list. */
export function SampleRequests({ body, list }: SampleRequestsProps) {
  const entered = body && pricerOf(cardOf(body));
  const listed = list && pricerOf(list);
  return (
    <section className="grid gap-1">
      <h3 className="font-semibold">Sample requests</h3>
      <p className="text-sm text-muted">One request with a prompt of 26 tokens.</p>
      <div className="-mx-3">
        <Table label="Sample requests at this price and at list price">
          <TableHead>
            <TableRow>
              <TableHeader className="px-3">Request</TableHeader>
              <TableHeader align="end" className="px-3">
                This price
              </TableHeader>
              <TableHeader align="end" className="px-3">
                List
              </TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {SAMPLES.map(([name, sample]) => (
              <TableRow key={name}>
                <TableRowHeader className="px-3 font-normal">{name}</TableRowHeader>
                <TableCell align="end" className="px-3 font-medium">
                  <EstimateAmount estimate={entered && entered(sample)} />
                </TableCell>
                <TableCell align="end" className="px-3 text-muted">
                  <EstimateAmount estimate={listed && listed(sample)} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </section>
  );
}

function EstimateAmount({ estimate }: { estimate: Estimate | null }) {
  switch (estimate?.status) {
    case "priced":
      return <Amount nanoUsd={estimate.costNanoUsd} as="exact" />;
    case "range":
      return (
        <>
          <Amount nanoUsd={estimate.lowNanoUsd} as="exact" />–
          <Amount nanoUsd={estimate.highNanoUsd} as="exact" />
        </>
      );
    case "unpriced":
      return <span className="font-normal text-muted">unpriced</span>;
    case undefined:
      return <Amount nanoUsd={null} nullLabel="not entered yet" />;
  }
}

function cardOf(body: RateCardBody): RateCard {
  return {
    ...body,
    id: "entered",
    origin: "workspace",
    validTo: body.validTo ?? null,
    sourceUrl: body.sourceUrl ?? null,
    sourceKind: body.sourceKind ?? "user_entered",
    shutdownOn: body.shutdownOn ?? null,
    notes: body.notes ?? null,
  };
}

function pricerOf(card: RateCard): (sample: Sample) => Estimate {
  const book = buildPriceBook([card]);
  return (sample) =>
    estimateRequest(book, {
      ...sample,
      provider: card.provider,
      model: card.model,
      outputFormat: null,
      promptTokens: 26,
      partialImages: 0,
      on: card.validFrom,
    });
}
