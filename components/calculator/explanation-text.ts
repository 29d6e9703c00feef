import { formatUsd, formatUsdExact } from "@/lib/money";
import type { Estimate, HypotheticalRequest } from "@/lib/pricing";
import { monthRange } from "./month-range";

/** How a month's total came about, one sentence after another. */
export function explanationSentences(estimate: Estimate, volume: number): string[] {
  const month = monthRange(estimate, volume);
  if (month === null || estimate.status === "unpriced") return estimate.explanation;
  const calls = `${volume.toLocaleString("en-US")} ${volume === 1 ? "call" : "calls"} a month`;
  const total =
    estimate.status === "priced"
      ? `${calls} × ${formatUsdExact(estimate.costNanoUsd)} = ${formatUsdExact(month.low)}.`
      : `${calls}: between ${formatUsd(month.low)} and ${formatUsd(month.high)}.`;
  return [...estimate.explanation, total];
}

/** The same as text to paste, with what was asked and where the price is from. */
export function explanationText(
  estimate: Estimate,
  request: HypotheticalRequest,
  volume: number,
  link: string,
): string {
  const { provider, model, n, size, quality, batch, inputImages, on } = request;
  const asked = [
    `${provider} ${model}`,
    size ?? "auto size",
    quality ?? "auto quality",
    `${n} ${n === 1 ? "image" : "images"} a call`,
    ...(inputImages.length > 0
      ? [`${inputImages.length} reference ${inputImages.length === 1 ? "image" : "images"}`]
      : []),
    ...(batch ? ["batch"] : []),
    `prices of ${on}`,
  ];
  const source = estimate.rateCard?.sourceUrl;
  return [
    asked.join(", "),
    ...explanationSentences(estimate, volume),
    ...(source ? [`Source: ${source}`] : []),
    link,
  ].join("\n");
}
