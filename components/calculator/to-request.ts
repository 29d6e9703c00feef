import { promptTokens } from "@/lib/calculator";
import type { CalculatorState } from "@/lib/client/calculator-search";
import type { HypotheticalRequest } from "@/lib/pricing";

/** The request that the form describes. Reference images make it an edit. */
export function toRequest(state: CalculatorState, today: string): HypotheticalRequest {
  const { provider, model, n, size, quality, batch, references, previews, on } = state;
  return {
    provider,
    model,
    operation: references.length > 0 ? "edit" : "generation",
    n,
    size: size === "auto" ? null : size,
    quality: quality === "auto" ? null : quality,
    outputFormat: null,
    batch,
    promptTokens: promptTokens(state.prompt, state.promptIn),
    inputImages: references,
    partialImages: previews,
    on: on ?? today,
  };
}

/** The same request as a program sends it. */
export function toApiBody(request: HypotheticalRequest, requests: number): Record<string, unknown> {
  const { on, ...rest } = request;
  return { ...rest, requests: Math.max(1, requests), at: on };
}
