/**
 * A log as a team would have it. What each call costs is worked out by hand from OpenAI's list of gpt-image-2:
 * text in $5, image out $30 per million tokens.
 *   high, 1024x1024:   26 × $5/M + 7,024 × $30/M = $0.00013 + $0.21072 = $0.21085
 *   medium, 1024x1024: 26 × $5/M + 1,756 × $30/M = $0.00013 + $0.05268 = $0.05281
 */
export const HIGH_NANO_USD = 210_850_000n;
export const MEDIUM_NANO_USD = 52_810_000n;

const HEADER =
  "id,occurredAt,workflow,stage,model,n,size,quality,outcome,httpStatus,input_tokens,output_tokens";

interface Line {
  id: string;
  at: Date;
  quality: string;
  model?: string;
  n?: string;
  outcome?: string;
  httpStatus?: string;
  outputTokens: string;
}

function line({
  id,
  at,
  quality,
  model = "gpt-image-2",
  n = "1",
  outcome = "succeeded",
  httpStatus = "200",
  outputTokens,
}: Line): string {
  const inputTokens = outputTokens === "" ? "" : "26";
  return [
    id,
    at.toISOString(),
    "landing-page-heroes",
    "prototype",
    model,
    n,
    "1024x1024",
    quality,
    outcome,
    httpStatus,
    inputTokens,
    outputTokens,
  ].join(",");
}

/**
 * Twenty high, ten medium, one rate-limited call that is not billed, one of a model without a price, and one line that
 * cannot be a call.
 */
export function logFile(at: Date): { text: string; lines: number; created: number; actualNanoUsd: bigint } {
  const high = Array.from({ length: 20 }, (_, index) =>
    line({ id: `high-${index}`, at, quality: "high", outputTokens: "7024" }),
  );
  const medium = Array.from({ length: 10 }, (_, index) =>
    line({ id: `medium-${index}`, at, quality: "medium", outputTokens: "1756" }),
  );
  const others = [
    line({ id: "limited", at, quality: "high", outcome: "failed", httpStatus: "429", outputTokens: "" }),
    line({ id: "mystery", at, quality: "high", model: "mystery-1", outputTokens: "" }),
    line({ id: "impossible", at, quality: "high", n: "-3", outputTokens: "7024" }),
  ];
  const lines = [...high, ...medium, ...others];
  return {
    text: `${[HEADER, ...lines].join("\n")}\n`,
    lines: lines.length,
    created: lines.length - 1,
    actualNanoUsd: 20n * HIGH_NANO_USD + 10n * MEDIUM_NANO_USD,
  };
}
