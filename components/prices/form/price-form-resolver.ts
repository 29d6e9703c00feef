import type { FieldErrors, Resolver } from "react-hook-form";
import { rateCardBodySchema, type RateCardBody } from "@/lib/contracts/prices";
import { findClash } from "./find-clash";
import { listPrice } from "./list-price";
import { fieldOf } from "./places";
import type { PricedCard, PriceFormValues } from "./price-form-values";
import { toRateCardBody } from "./to-rate-card-body";

/** Checks the form by the contract itself and puts each complaint at the box that caused it. */
export function priceFormResolver(
  cards: readonly PricedCard[],
): Resolver<PriceFormValues, unknown, RateCardBody> {
  return (values) => {
    const { body, places } = toRateCardBody(values, cards);
    const parsed = rateCardBodySchema.safeParse(body);
    const errors: Record<string, unknown> = {};
    if (parsed.success) {
      const clash = findClash(cards, parsed.data);
      if (clash === null) return { values: parsed.data, errors: {} };
      place(errors, [clash.box], { type: "clash", message: clash.message });
      return { values: {}, errors: errors as FieldErrors<PriceFormValues> };
    }
    for (const path of listless(values, cards)) {
      const message = "The catalogue has no token prices for this model. Enter them, or choose another way.";
      place(errors, path.split("."), { type: "list", message });
    }
    for (const { path, message } of parsed.error.issues) {
      place(errors, fieldOf(places, path.map(String).join(".")).split("."), { type: "contract", message });
    }
    return { values: {}, errors: errors as FieldErrors<PriceFormValues> };
  };
}

/** The schemes that multiply a list which does not exist. */
function listless(values: PriceFormValues, cards: readonly PricedCard[]): string[] {
  if (listPrice(cards, values.model) !== null) return [];
  if (!values.isByRule) return values.plain.scheme === "list" ? ["plain.scheme"] : [];
  return values.rules.flatMap(({ prices }, index) =>
    prices.scheme === "list" ? [`rules.${index}.prices.scheme`] : [],
  );
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
