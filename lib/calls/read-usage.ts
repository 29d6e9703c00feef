import type { TokenUsage } from "@/lib/pricing";

/** A provider's own usage object, as its response carries it. Some endpoints leave out the details, or a total. */
export interface ProviderUsage {
  input_tokens?: number | undefined;
  input_tokens_details?:
    | {
        text_tokens?: number | undefined;
        image_tokens?: number | undefined;
        /** The Images API gives no cached price, so these count like the rest. */
        cached_tokens?: number | undefined;
      }
    | null
    | undefined;
  output_tokens?: number | undefined;
  output_tokens_details?:
    { text_tokens?: number | undefined; image_tokens?: number | undefined } | null | undefined;
  total_tokens?: number | undefined;
}

/**
 * The four counts that prices apply to, or null where the object does not say how much was put out. Details win over
 * totals, and a detail left out is the rest of its total. Without any detail the output counts as image tokens, the
 * input of an edit as image tokens too, and the input of a generation, which carries no picture, as text.
 */
export function readUsage(
  usage: ProviderUsage | null | undefined,
  operation: "generation" | "edit",
): TokenUsage | null {
  if (!usage) return null;
  const { input_tokens_details: inputDetails, output_tokens_details: outputDetails } = usage;
  const outputTotal = usage.output_tokens ?? restOf(usage.total_tokens, usage.input_tokens);
  const isOutputKnown =
    outputTotal !== undefined ||
    outputDetails?.text_tokens !== undefined ||
    outputDetails?.image_tokens !== undefined;
  if (!isOutputKnown) return null;

  const inputTotal = usage.input_tokens ?? restOf(usage.total_tokens, usage.output_tokens);
  const input = splitTokens(inputTotal ?? 0, inputDetails, operation === "edit" ? "image" : "text");
  const output = splitTokens(outputTotal ?? 0, outputDetails, "image");
  return {
    textInputTokens: input.text,
    imageInputTokens: input.image,
    textOutputTokens: output.text,
    imageOutputTokens: output.image,
  };
}

function restOf(total: number | undefined, part: number | undefined): number | undefined {
  return total === undefined || part === undefined ? undefined : Math.max(0, total - part);
}

function splitTokens(
  total: number,
  details: { text_tokens?: number | undefined; image_tokens?: number | undefined } | null | undefined,
  kindWithoutDetails: "text" | "image",
): { text: number; image: number } {
  const text = details?.text_tokens;
  const image = details?.image_tokens;
  if (text === undefined && image === undefined) {
    return kindWithoutDetails === "text" ? { text: total, image: 0 } : { text: 0, image: total };
  }
  return {
    text: text ?? Math.max(0, total - (image ?? 0)),
    image: image ?? Math.max(0, total - (text ?? 0)),
  };
}
