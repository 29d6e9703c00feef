import type { PlainPrices, PriceCondition, RateCardPrices } from "@/lib/pricing";
import { currencyOf, describePrices, priceText } from "./describe-rate-card";

/** What the tables of rates and pictures do not show: flat prices, credits, rules and terms, in sentences. */
export function SchemePrices({ prices }: { prices: RateCardPrices }) {
  const currency = currencyOf(prices);
  const sentences = [...schemeSentences(prices, currency), ...termSentences(prices, currency)];
  return (
    <>
      {prices.scheme === "conditional" && (
        <ol className="grid list-decimal gap-1.5 pl-5">
          {prices.rules.map(({ when, prices: inner }, index) => (
            <li key={index}>
              {describeCondition(when)}: {describePrices(inner, currency)}
              {inner.scheme === "credits" && (
                <span className="text-muted"> ({schemeSentences(inner, currency).join(" ")})</span>
              )}
            </li>
          ))}
        </ol>
      )}
      {sentences.length > 0 && (
        <ul className="grid gap-1 text-muted">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function schemeSentences(prices: RateCardPrices | PlainPrices, currency: string): string[] {
  switch (prices.scheme) {
    case "per_call": {
      const batch =
        prices.batchPrice === null ? "" : `, ${priceText(prices.batchPrice, currency)} in a batch`;
      return [`Each call costs ${priceText(prices.price, currency)}${batch}, whatever is asked for.`];
    }
    case "credits":
      return [
        ...prices.standard.map(
          ({ maxLongEdge, quality, credits }) =>
            `${credits} credits at ${quality} quality${maxLongEdge === null ? "" : ` up to ${maxLongEdge} pixels`}.`,
        ),
        ...(prices.autoBilledAs === null ? [] : [`“auto” is billed as ${prices.autoBilledAs}.`]),
      ];
    case "tokens":
    case "per_image":
    case "conditional":
      return [];
  }
}

function termSentences({ terms }: RateCardPrices, currency: string): string[] {
  if (!terms) return [];
  const { currency: account, minimumCharge, partialImage, inputImagePrice, inputBilledPer } = terms;
  const sentences: string[] = [];
  if (currency !== "USD") {
    sentences.push(`Prices are in ${currency}; one is $${account.usdPerUnit}.`);
  }
  if (minimumCharge !== null) sentences.push(`A call costs ${priceText(minimumCharge, currency)} at least.`);
  if (partialImage?.kind === "price")
    sentences.push(`A preview adds ${priceText(partialImage.price, currency)}.`);
  if (partialImage?.kind === "tokens") {
    sentences.push(`A preview adds ${partialImage.tokens} output tokens where output is billed by token.`);
  }
  if (inputImagePrice !== null)
    sentences.push(`A reference image costs ${priceText(inputImagePrice, currency)}.`);
  if (inputBilledPer === "request") sentences.push("Input is billed once for the request.");
  return sentences;
}

function describeCondition(when: PriceCondition): string {
  const parts = [
    when.sizes?.join(", "),
    when.orientations?.join(" or "),
    when.minPixels === null ? undefined : `from ${when.minPixels.toLocaleString("en-US")} pixels`,
    when.maxPixels === null ? undefined : `up to ${when.maxPixels.toLocaleString("en-US")} pixels`,
    when.qualities && `${when.qualities.join(" or ")} quality`,
    when.formats?.join(" or "),
  ].filter((part) => part != null);
  return parts.length === 0 ? "Everything else" : parts.join("; ");
}
