import { estimateRequest, type Estimate, type HypotheticalRequest, type PriceBook } from "@/lib/pricing";
import { nearestSizeText } from "./nearest-size";

export interface NearestPrice {
  estimate: Estimate;
  /** What was priced: the request itself, or with another size or quality. */
  request: HypotheticalRequest;
}

/**
 * The price of a request on a model that may not know its size or quality by name. Tried in turn: as asked, the nearest
 * legal size, the size left to the model, the quality left to it, both. Without any price, the answer for the request
 * as asked.
 */
export function priceNearest(book: PriceBook, request: HypotheticalRequest): NearestPrice {
  const { model, size } = request;
  const nearest = size === null ? null : nearestSizeText(model, size);
  const attempts: HypotheticalRequest[] = [
    request,
    ...(nearest === null ? [] : [{ ...request, size: nearest }]),
    { ...request, size: null },
    { ...request, quality: null },
    { ...request, size: null, quality: null },
  ];
  for (const attempt of attempts) {
    const estimate = estimateRequest(book, attempt);
    if (estimate.status !== "unpriced") return { estimate, request: attempt };
  }
  return { estimate: estimateRequest(book, request), request };
}
