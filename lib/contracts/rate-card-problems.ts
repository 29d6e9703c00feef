import { sizeProblems, type PlainPrices, type RateCardPrices } from "@/lib/pricing";
import { dearPrices } from "./dear-prices";

export interface RateCardProblem {
  path: readonly (string | number)[];
  message: string;
}

interface CardToCheck {
  model: string;
  validFrom: string;
  validTo?: string | null | undefined;
  shutdownOn?: string | null | undefined;
  prices: RateCardPrices;
}

/** What is wrong with a card whose fields are each well-formed: its dates, its sizes, its rules and its dearest prices. */
export function rateCardProblems(card: CardToCheck): RateCardProblem[] {
  return [
    ...dateProblems(card),
    ...emptyRates(card.prices, ["prices"]),
    ...sizeRefusals(card),
    ...autoConditions(card.prices),
    ...dearPrices(card.prices),
  ];
}

/** Token prices that list nothing would leave every call unpriced, which nobody means who enters a price. */
function emptyRates(prices: RateCardPrices, path: readonly (string | number)[]): RateCardProblem[] {
  if (prices.scheme === "conditional") {
    return prices.rules.flatMap(({ prices: inner }, index) =>
      emptyRates(inner, [...path, "rules", index, "prices"]),
    );
  }
  if (prices.scheme !== "tokens" || prices.outputTokens.kind === "priced_table") return [];
  const { standard, batch } = prices;
  const message = "Enter one price at least";
  return Object.entries({ standard, batch }).flatMap(([list, rates]) =>
    rates !== null && Object.values(rates).every((price) => price === null)
      ? [{ path: [...path, list, "imageOutput"], message }]
      : [],
  );
}

function dateProblems({ validFrom, validTo, shutdownOn }: CardToCheck): RateCardProblem[] {
  const problems: RateCardProblem[] = [];
  if (validTo != null && validTo <= validFrom) {
    problems.push({ path: ["validTo"], message: "The price must be valid for a day at least" });
  }
  if (shutdownOn != null && shutdownOn <= validFrom) {
    problems.push({ path: ["shutdownOn"], message: "The model is shut down before this price begins" });
  }
  return problems;
}

function sizeRefusals({ model, prices }: CardToCheck): RateCardProblem[] {
  if (prices.scheme !== "conditional") return listedSizes(model, prices, ["prices"]);
  return prices.rules.flatMap(({ when, prices: inner }, index) => [
    ...(when.sizes ?? []).flatMap((size, position) =>
      refusal(model, size, ["prices", "rules", index, "when", "sizes", position]),
    ),
    ...listedSizes(model, inner, ["prices", "rules", index, "prices"]),
  ]);
}

/** A rule asks what was made, which is never “auto”: by one that names it no picture would ever be priced. */
function autoConditions(prices: RateCardPrices): RateCardProblem[] {
  if (prices.scheme !== "conditional") return [];
  return prices.rules.flatMap(({ when }, index) =>
    (["sizes", "qualities"] as const).flatMap((key) =>
      (when[key] ?? []).flatMap((value, position) =>
        value === "auto"
          ? [
              {
                path: ["prices", "rules", index, "when", key, position],
                message: `No picture is made at “auto”, so this rule would never apply to one. Name ${key}, or leave them open.`,
              },
            ]
          : [],
      ),
    ),
  );
}

function listedSizes(
  model: string,
  prices: PlainPrices,
  path: readonly (string | number)[],
): RateCardProblem[] {
  const inList = (entries: readonly { size: string }[] | null, ...key: string[]) =>
    (entries ?? []).flatMap(({ size }, index) => refusal(model, size, [...path, ...key, index, "size"]));
  switch (prices.scheme) {
    case "per_image":
      return [...inList(prices.standard, "standard"), ...inList(prices.batch, "batch")];
    case "tokens":
      return "entries" in prices.outputTokens
        ? inList(prices.outputTokens.entries, "outputTokens", "entries")
        : [];
    case "credits":
    case "per_call":
      return [];
  }
}

function refusal(model: string, size: string, path: readonly (string | number)[]): RateCardProblem[] {
  if (size === "any") return [];
  const [message] = sizeProblems(model, size);
  return message === undefined ? [] : [{ path, message }];
}
