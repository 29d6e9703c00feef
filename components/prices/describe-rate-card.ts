import { formatUsdExact, parseUsd } from "@/lib/money";
import type { PriceSourceKind, RateCard, RateCardPrices } from "@/lib/pricing";
import { daysBetween } from "@/lib/time";

const SCHEMES: Record<RateCard["prices"]["scheme"], string> = {
  tokens: "By token",
  per_image: "Per image",
  credits: "By credits",
  per_call: "Flat per call",
  conditional: "By rule",
};

const SOURCES: Record<PriceSourceKind, string> = {
  first_party: "Provider's own list",
  third_party: "Third party",
  user_entered: "Entered by your team",
  calibrated: "Measured from calls",
};

export function describeScheme({ prices }: RateCard): string {
  return SCHEMES[prices.scheme];
}

export function describeSource({ sourceKind }: RateCard): string {
  return SOURCES[sourceKind];
}

/** The one price that a reader compares cards by, in words; the factor is said and not multiplied in. */
export function describeMainPrice({ prices }: RateCard): string {
  return describePrices(prices, currencyOf(prices));
}

/** The same of prices in a currency. */
export function describePrices(prices: RateCardPrices, currency: string): string {
  const factor = isPlain(prices.multiplier) ? "" : ` × ${prices.multiplier}`;
  switch (prices.scheme) {
    case "tokens":
      return prices.standard.imageOutput === null
        ? "No image output price"
        : `${priceText(prices.standard.imageOutput, currency)} per million image tokens${factor}`;
    case "per_image":
      return `${rangeText(
        prices.standard.map((entry) => entry.price),
        currency,
      )} an image${factor}`;
    case "per_call":
      return `${priceText(prices.price, currency)} a call${factor}`;
    case "credits":
      return `${priceText(prices.pricePerCredit, currency)} a credit${factor}`;
    case "conditional":
      return `${prices.rules.length} ${prices.rules.length === 1 ? "rule" : "rules"}${factor}`;
  }
}

export function currencyOf({ terms }: RateCardPrices): string {
  return terms?.currency.code ?? "USD";
}

/** A decimal string as a price: at least cents, no digit lost. Anything but US dollars is named by its code. */
export function priceText(price: string, currency: string): string {
  return inCurrency(formatUsdExact(parseUsd(price)), currency);
}

function inCurrency(usdText: string, currency: string): string {
  return currency === "USD" ? usdText : usdText.replace("$", `${currency} `);
}

/** A factor of one changes nothing and is not worth a word. */
export function isPlain(multiplier: string): boolean {
  return /^0*1(\.0*)?$/.test(multiplier);
}

function rangeText(prices: readonly string[], currency: string): string {
  const amounts = prices.map(parseUsd).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const [low] = amounts;
  const high = amounts.at(-1);
  if (low === undefined || high === undefined) return "No price";
  const [lowText, highText] = [low, high].map((amount) => inCurrency(formatUsdExact(amount), currency));
  return low === high ? `${lowText}` : `${lowText} to ${highText}`;
}

export type Lifecycle = { state: "current" } | { state: "ending"; daysLeft: number } | { state: "ended" };

/** Whether the model can still be called on a day. The shutdown date itself is the first day without it. */
export function lifecycleOn({ shutdownOn }: Pick<RateCard, "shutdownOn">, today: string): Lifecycle {
  if (shutdownOn === null) return { state: "current" };
  const daysLeft = daysBetween(today, shutdownOn);
  return daysLeft > 0 ? { state: "ending", daysLeft } : { state: "ended" };
}
