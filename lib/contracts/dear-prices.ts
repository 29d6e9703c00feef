import { parseUsd } from "@/lib/money";
import type { BillingTerms, PlainPrices, RateCardPrices, TokenRates } from "@/lib/pricing";

/** A decimal string that multiplies a price. */
type Factor = string;

const DEAREST_USD = 10_000_000n;
/** A request may bring many reference images and previews with each of its images. */
const DEAREST_EXTRA_USD = 100_000n;

interface DearPrice {
  path: readonly (string | number)[];
  message: string;
}

/**
 * The prices of a card that come to $10,000,000 or more for one unit (a million tokens, an image or a call), once
 * factor, currency and credits are multiplied in. Below that no call costs more than 64 bits of nano-dollars hold.
 */
export function dearPrices(prices: RateCardPrices): DearPrice[] {
  const currency = prices.terms?.currency.usdPerUnit ?? "1";
  const own =
    prices.scheme === "conditional"
      ? prices.rules.flatMap(({ prices: inner }, index) =>
          dearInScheme(inner, [currency, prices.multiplier], ["prices", "rules", index, "prices"]),
        )
      : dearInScheme(prices, [currency], ["prices"]);
  return [...own, ...dearInTerms(prices.terms, [currency, prices.multiplier, greatestFactorOfARule(prices)])];
}

/** Previews and reference images are multiplied by the factor of the rule that applies, too. */
function greatestFactorOfARule(prices: RateCardPrices): Factor {
  if (prices.scheme !== "conditional") return "1";
  const factors = prices.rules.map((rule) => rule.prices.multiplier);
  return factors.reduce((greatest, factor) => (Number(factor) > Number(greatest) ? factor : greatest), "1");
}

function dearInScheme(
  prices: PlainPrices,
  outer: readonly Factor[],
  path: readonly (string | number)[],
): DearPrice[] {
  const factors = [...outer, prices.multiplier];
  const check = (price: string | null, key: readonly (string | number)[], more: readonly Factor[] = []) =>
    dear(price, [...factors, ...more], [...path, ...key], DEAREST_USD);
  switch (prices.scheme) {
    case "tokens":
      return [
        ...dearRates(prices.standard, (price, key) => check(price, ["standard", key])),
        ...(prices.batch ? dearRates(prices.batch, (price, key) => check(price, ["batch", key])) : []),
        ...(prices.outputTokens.kind === "priced_table"
          ? prices.outputTokens.entries.flatMap(({ price }, index) =>
              check(price, ["outputTokens", "entries", index, "price"]),
            )
          : []),
      ];
    case "per_image":
      return (["standard", "batch"] as const).flatMap((list) =>
        (prices[list] ?? []).flatMap(({ price }, index) => check(price, [list, index, "price"])),
      );
    case "credits":
      return (["standard", "batch"] as const).flatMap((list) =>
        (prices[list] ?? []).flatMap(({ credits }, index) =>
          check(credits, [list, index, "credits"], [prices.pricePerCredit]),
        ),
      );
    case "per_call":
      return [...check(prices.price, ["price"]), ...check(prices.batchPrice, ["batchPrice"])];
  }
}

function dearRates(
  rates: TokenRates,
  check: (price: string | null, key: string) => DearPrice[],
): DearPrice[] {
  return Object.entries(rates).flatMap(([key, price]: [string, string | null]) => check(price, key));
}

function dearInTerms(terms: BillingTerms | undefined, factors: readonly Factor[]): DearPrice[] {
  if (!terms) return [];
  const { minimumCharge, partialImage, inputImagePrice } = terms;
  const at = (...key: string[]) => ["prices", "terms", ...key];
  return [
    ...dear(minimumCharge, factors, at("minimumCharge"), DEAREST_USD),
    ...(partialImage?.kind === "price"
      ? dear(partialImage.price, factors, at("partialImage", "price"), DEAREST_EXTRA_USD)
      : []),
    ...dear(inputImagePrice, factors, at("inputImagePrice"), DEAREST_EXTRA_USD),
  ];
}

function dear(
  price: string | null,
  factors: readonly Factor[],
  path: readonly (string | number)[],
  limitUsd: bigint,
): DearPrice[] {
  if (price === null) return [];
  const decimals = [price, ...factors];
  // What is no decimal is refused as such; it has no product.
  if (!decimals.every((text) => /^\d{1,9}(\.\d{1,9})?$/.test(text))) return [];
  const product = decimals.reduce((exact, text) => exact * parseUsd(text), 1n);
  if (product < limitUsd * 1_000_000_000n ** BigInt(decimals.length)) return [];
  return [
    {
      path,
      message: `With factor and currency it must stay below $${limitUsd.toLocaleString("en-US")}`,
    },
  ];
}
