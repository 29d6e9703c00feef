import type { FieldErrors, Resolver } from "react-hook-form";
import { rateCardBodySchema, type RateCardBody } from "@/lib/contracts/prices";
import { listPrice } from "./list-price";
import type { PricedCard, PriceFormValues } from "./price-form-values";
import { toRateCardBody, type Places } from "./to-rate-card-body";

/** Checks the form by the contract itself and puts each complaint at the box that caused it. */
export function priceFormResolver(
  cards: readonly PricedCard[],
): Resolver<PriceFormValues, unknown, RateCardBody> {
  return (values) => {
    const { body, places } = toRateCardBody(values, cards);
    const parsed = rateCardBodySchema.safeParse(body);
    if (parsed.success) return { values: parsed.data, errors: {} };
    const errors: Record<string, unknown> = {};
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

/** The box of the form that a path of the body comes from: the place of its longest known beginning, and the rest. */
export function fieldOf(places: Places, path: string): string {
  const parts = path.split(".");
  for (let length = parts.length; length > 0; length -= 1) {
    const place = places.get(parts.slice(0, length).join("."));
    if (place === undefined) continue;
    const rest = parts.slice(length);
    return isBox(place) || rest.length === 0 ? place : [place, ...rest].join(".");
  }
  return path;
}

/** Whether a place is one box, in which nothing else can stand. */
function isBox(place: string): boolean {
  return /\.(root|scheme|sizes)$/.test(place);
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
