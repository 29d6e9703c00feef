import type { BillLine } from "./bill-line";
import type { PricePlan } from "./price-plan";
import type { CallToPrice } from "./call-to-price";

const NO_LINES: readonly BillLine[] = [];

/** How many images of a call are billed: those that came back, else those asked for. */
export function imagesOf({ imagesReturned, n }: CallToPrice): number {
  return imagesReturned > 0 ? imagesReturned : n;
}

/** What the previews of one image add. A card without token prices has no price for previews in tokens. */
export function previewLines(
  { terms, tokens }: PricePlan,
  partialImages: number | null,
): readonly BillLine[] {
  const { preview } = terms;
  if (preview === null || partialImages === null || partialImages === 0) return NO_LINES;
  if ("price" in preview) return [{ kind: "preview", quantity: partialImages, price: preview.price }];
  const price = tokens?.image_output;
  return price ? [{ kind: "image_output", quantity: preview.tokens * partialImages, price }] : NO_LINES;
}

/** Reference images without a price of their own. */
export const NO_INPUTS: InputImageLines = { exact: [], low: [], high: [] };

/** OpenAI's limit, which gateways share. */
const MOST_INPUT_IMAGES = 16;

interface InputImageLines {
  /** Null where the log does not say how many there were. */
  exact: BillLine[] | null;
  low: BillLine[];
  high: BillLine[];
}

/** Reference images that have a price of their own. A generation has none unless it says so, an edit at least one. */
export function inputImageLines(call: CallToPrice, { terms }: PricePlan): InputImageLines {
  const price = terms.inputImage;
  if (price === null) return NO_INPUTS;
  const lines = (count: number): BillLine[] => {
    const quantity = count * (terms.isInputBilledOnce ? 1 : imagesOf(call));
    return quantity === 0 ? [] : [{ kind: "input_image", quantity, price }];
  };
  const count = call.inputImages ?? (call.operation === "generation" ? 0 : null);
  const exact = count === null ? null : lines(count);
  return { exact, low: exact ?? lines(1), high: exact ?? lines(MOST_INPUT_IMAGES) };
}
