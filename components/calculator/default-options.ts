import type { CompareOption } from "@/lib/calculator";
import { findRateCard, type PriceBook } from "@/lib/pricing";

const NO_FEES = { monthlyFeeUsd: "0", monthlyMinimumUsd: "0" };

/** What the page compares with before anybody has chosen: the same in a batch, and well-known models of others. */
export const PROPOSALS: readonly { provider: string; model: string; batch: boolean }[] = [
  { provider: "openai", model: "gpt-image-2", batch: true },
  { provider: "openai", model: "gpt-image-1.5", batch: false },
  { provider: "gemini", model: "gemini-3-pro-image", batch: false },
  { provider: "gemini", model: "imagen-4.0-generate-001", batch: false },
  { provider: "black_forest_labs", model: "flux-pro-1.1", batch: false },
];

/** Without those that are shut down on the day, and without the request itself. */
export function defaultOptions(
  book: PriceBook,
  asked: { provider: string; model: string; batch: boolean; on: string },
): CompareOption[] {
  return PROPOSALS.filter(({ provider, model, batch }) => {
    if (provider === asked.provider && model === asked.model && batch === asked.batch) return false;
    const card = findRateCard(book, { provider, model, on: asked.on });
    return card !== null && (card.shutdownOn === null || card.shutdownOn > asked.on);
  }).map((each) => ({ kind: "listed", ...each, ...NO_FEES }));
}
