import type { ComparedOption, CompareOption } from "@/lib/calculator";
import { formatUsdExact, parseUsd } from "@/lib/money";
import type { RateCard } from "@/lib/pricing";
import { drawnSize } from "../drawn-size";
import { lifecycleNote, providerLabel } from "../model-choices";

/** What an option is called. */
export function optionName(option: CompareOption | null, card: RateCard | null): string {
  if (option === null) return card ? `${providerLabel(card.provider)} ${card.model}` : "The request";
  if (option.kind === "own") return option.name;
  return `${providerLabel(option.provider)} ${option.model}${option.batch ? ", batch" : ""}`;
}

const SCHEMES = {
  tokens: "by token",
  per_image: "per image",
  credits: "in credits",
  per_call: "per call",
  conditional: "by rule",
} as const;

/** What has to be said about an option beside its price, the most important first. */
export function optionNotes(
  { option, card, estimate, request }: ComparedOption,
  asked: ComparedOption["request"],
): string[] {
  if (estimate.status === "unpriced") return [estimate.explanation[0] ?? "No price is known."];
  const notes: string[] = [];
  const ending = card && option?.kind !== "own" ? lifecycleNote(card, asked.on) : null;
  if (ending) notes.push(ending);
  if (request.size !== asked.size) {
    notes.push(
      request.size === null ? "at any size it makes" : `at ${drawnSize(request.size)}, its nearest size`,
    );
  }
  if (request.quality !== asked.quality) notes.push("at any quality it has");
  if (option?.kind === "own") notes.push(schemeNote(option.scheme));
  else if (card) {
    const by = card.sourceKind === "third_party" ? ", listed by a third party" : "";
    notes.push(`billed ${SCHEMES[card.prices.scheme]}${by}`);
  }
  if (option) notes.push(...feeNotes(option));
  return notes;
}

function schemeNote(scheme: Extract<CompareOption, { kind: "own" }>["scheme"]): string {
  const usd = (text: string) => formatUsdExact(parseUsd(text));
  switch (scheme.kind) {
    case "factor":
      return `list price × ${scheme.factor}`;
    case "per_image":
      return `${usd(scheme.price)} per image`;
    case "per_call":
      return `${usd(scheme.price)} per call`;
    case "credits":
      return `${scheme.creditsPerImage} credits per image at ${usd(scheme.pricePerCredit)}`;
  }
}

function feeNotes({ monthlyFeeUsd, monthlyMinimumUsd }: CompareOption): string[] {
  const fee = parseUsd(monthlyFeeUsd);
  const minimum = parseUsd(monthlyMinimumUsd);
  return [
    ...(fee > 0n ? [`${formatUsdExact(fee)} a month on top`] : []),
    ...(minimum > 0n ? [`at least ${formatUsdExact(minimum)} a month`] : []),
  ];
}
