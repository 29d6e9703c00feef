import type { FieldErrors, Resolver } from "react-hook-form";
import type { z } from "zod";
import { rateCardBodySchema, type RateCardBody, type rateCardSchema } from "@/lib/contracts/prices";

/** A rate card as the API hands it out. */
export type PricedCard = z.output<typeof rateCardSchema>;

/** What the form holds: every scheme's boxes at once, so that switching between them loses nothing. */
export interface PriceFormValues {
  provider: string;
  model: string;
  validFrom: string;
  checkedOn: string;
  sourceUrl: string;
  scheme: RateCardBody["prices"]["scheme"];
  multiplier: string;
  images: { size: string; quality: string; price: string }[];
  price: string;
}

export function emptyPriceForm(today: string): PriceFormValues {
  return {
    provider: "wisgate",
    model: "gpt-image-2",
    validFrom: today,
    checkedOn: today,
    sourceUrl: "",
    scheme: "tokens",
    multiplier: "1",
    images: [{ size: "1024x1024", quality: "high", price: "" }],
    price: "",
  };
}

/** The catalogue's token prices of a model, newest first: what a gateway that bills by token multiplies. */
export function tokenListPrice(cards: readonly PricedCard[], model: string): PricedCard | null {
  const candidates = cards.filter(
    (card) => card.origin === "catalogue" && card.model === model && card.prices.scheme === "tokens",
  );
  return candidates.reduce<PricedCard | null>(
    (newest, card) => (newest === null || card.validFrom > newest.validFrom ? card : newest),
    null,
  );
}

/** The body that the form stands for, not yet checked. Its prices are null while there is no list to multiply. */
export function toRateCardBody(
  values: PriceFormValues,
  cards: readonly PricedCard[],
): Omit<RateCardBody, "prices"> & { prices: RateCardBody["prices"] | null } {
  return {
    provider: values.provider,
    model: values.model,
    name: `${values.provider} ${values.model}`.trim(),
    validFrom: values.validFrom,
    checkedOn: values.checkedOn,
    sourceUrl: values.sourceUrl === "" ? null : values.sourceUrl,
    prices: toPrices(values, cards),
  };
}

function toPrices(values: PriceFormValues, cards: readonly PricedCard[]): RateCardBody["prices"] | null {
  switch (values.scheme) {
    case "tokens": {
      const list = tokenListPrice(cards, values.model)?.prices;
      return list?.scheme === "tokens" ? { ...list, multiplier: values.multiplier } : null;
    }
    case "per_image":
      return {
        scheme: "per_image",
        standard: values.images as Extract<RateCardBody["prices"], { scheme: "per_image" }>["standard"],
        batch: null,
        multiplier: "1",
      };
    case "credits":
    case "conditional":
      return null;
    case "per_call":
      return { scheme: "per_call", price: values.price, batchPrice: null, multiplier: "1" };
  }
}

/** Checks the form by the contract itself and puts each complaint at the box that caused it. */
export function priceFormResolver(
  cards: readonly PricedCard[],
): Resolver<PriceFormValues, unknown, RateCardBody> {
  return (values) => {
    const body = toRateCardBody(values, cards);
    if (body.prices === null) {
      const message = "The catalogue has no token prices for this model. Choose another way to bill it.";
      return { values: {}, errors: { scheme: { type: "list", message } } };
    }
    const parsed = rateCardBodySchema.safeParse(body);
    if (parsed.success) return { values: parsed.data, errors: {} };
    const errors: Record<string, unknown> = {};
    for (const { path, message } of parsed.error.issues) {
      place(errors, fieldOf(path.map(String)), { type: "contract", message });
    }
    return { values: {}, errors: errors as FieldErrors<PriceFormValues> };
  };
}

/** The box of the form that a path of the body comes from. */
function fieldOf([head = "", ...rest]: string[]): string[] {
  if (head === "name") return ["provider"];
  if (head !== "prices") return [head];
  const [part = "", index = "0", key = "price"] = rest;
  return part === "standard" ? ["images", index, key] : [part === "" ? "scheme" : part];
}

/** The first complaint about a box is the one to show. */
function place(errors: Record<string, unknown>, [head = "", ...rest]: string[], error: object): void {
  if (rest.length === 0) {
    errors[head] ??= error;
    return;
  }
  const below = (errors[head] ??= {}) as Record<string, unknown>;
  place(below, rest, error);
}
