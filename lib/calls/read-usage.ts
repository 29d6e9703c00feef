import type { TokenUsage } from "@/lib/pricing";

type Count = number | null | undefined;

interface TokenDetails {
  text_tokens?: Count;
  image_tokens?: Count;
}

interface InputDetails extends TokenDetails {
  /** The Images API gives no cached price, so these count like the rest. */
  cached_tokens?: Count;
}

/**
 * A provider's own usage object, as its response carries it. Some endpoints leave out the details, or a total; some
 * gateways give the names that chats use, with `prompt` for input and `completion` for output.
 */
export interface ProviderUsage {
  input_tokens?: Count;
  input_tokens_details?: InputDetails | null | undefined;
  output_tokens?: Count;
  output_tokens_details?: TokenDetails | null | undefined;
  prompt_tokens?: Count;
  prompt_tokens_details?: InputDetails | null | undefined;
  completion_tokens?: Count;
  completion_tokens_details?: TokenDetails | null | undefined;
  total_tokens?: Count;
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
  const input = usage.input_tokens ?? usage.prompt_tokens;
  const output = usage.output_tokens ?? usage.completion_tokens;
  const outputDetails = usage.output_tokens_details ?? usage.completion_tokens_details;
  const outputTotal = output ?? restOf(usage.total_tokens, input);
  if (outputTotal === null && outputDetails?.text_tokens == null && outputDetails?.image_tokens == null) {
    return null;
  }

  const inputDetails = usage.input_tokens_details ?? usage.prompt_tokens_details;
  const inputTotal = input ?? restOf(usage.total_tokens, output);
  const takenIn = splitTokens(inputTotal ?? 0, inputDetails, operation === "edit" ? "image" : "text");
  const putOut = splitTokens(outputTotal ?? 0, outputDetails, "image");
  return {
    textInputTokens: takenIn.text,
    imageInputTokens: takenIn.image,
    textOutputTokens: putOut.text,
    imageOutputTokens: putOut.image,
  };
}

function restOf(total: Count, part: Count): number | null {
  return total == null || part == null ? null : Math.max(0, total - part);
}

function splitTokens(
  total: number,
  details: TokenDetails | null | undefined,
  kindWithoutDetails: "text" | "image",
): { text: number; image: number } {
  const text = details?.text_tokens;
  const image = details?.image_tokens;
  if (text == null && image == null) {
    return kindWithoutDetails === "text" ? { text: total, image: 0 } : { text: 0, image: total };
  }
  return {
    text: text ?? Math.max(0, total - (image ?? 0)),
    image: image ?? Math.max(0, total - (text ?? 0)),
  };
}
