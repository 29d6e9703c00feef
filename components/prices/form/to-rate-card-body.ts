import type { RateCardBody } from "@/lib/contracts/prices";
import { addDays, isDate } from "@/lib/time";
import type { PricedCard, PriceFormValues, TermValues } from "./price-form-values";
import type { Places } from "./places";
import { orNull, wholeOf } from "./read-text";
import { toPlainPrices } from "./to-plain-prices";
import { toRules } from "./to-rules";

/** What the form stands for, not yet checked, and how to find the box of whatever is wrong with it. */
export interface UncheckedBody {
  body: unknown;
  places: Places;
}

export function toRateCardBody(values: PriceFormValues, cards: readonly PricedCard[]): UncheckedBody {
  const { provider, model } = values;
  const places: Places = new Map([
    ["validTo", "lastDay"],
    ["name", values.name.trim() === "" ? "provider" : "name"],
    ["prices", values.isByRule ? "rules.root" : "plain.scheme"],
  ]);
  const prices = toPrices(values, cards, places);
  return {
    places,
    body: {
      provider,
      model,
      name: values.name.trim() === "" ? `${provider} ${model}`.trim() : values.name,
      validFrom: values.validFrom,
      validTo: isDate(values.lastDay) ? addDays(values.lastDay, 1) : null,
      sourceUrl: orNull(values.sourceUrl),
      sourceKind: values.sourceKind,
      checkedOn: values.checkedOn,
      shutdownOn: orNull(values.shutdownOn),
      notes: orNull(values.notes),
      prices,
    },
  };
}

function toPrices(values: PriceFormValues, cards: readonly PricedCard[], places: Places): unknown {
  const terms = toTerms(values.terms, places);
  if (values.isByRule) {
    places.set("prices.multiplier", "rulesMultiplier");
    const rules = toRules(values, cards, places);
    return rules && { scheme: "conditional", rules, multiplier: values.rulesMultiplier, ...terms };
  }
  const plain = toPlainPrices(values.plain, {
    cards,
    model: values.model,
    places,
    from: "plain",
    to: "prices",
  });
  return plain && { ...plain, ...terms };
}

/** Terms that change nothing are left out, so that a list's own stay. */
function toTerms(terms: TermValues, places: Places): { terms?: RateCardBody["prices"]["terms"] } {
  places.set("prices.terms", "terms.code");
  places.set("prices.terms.currency.code", "terms.code");
  places.set("prices.terms.currency.usdPerUnit", "terms.usdPerUnit");
  places.set("prices.terms.minimumCharge", "terms.minimumCharge");
  places.set("prices.terms.partialImage.tokens", "terms.partialTokens");
  places.set("prices.terms.partialImage.price", "terms.partialPrice");
  places.set("prices.terms.inputImagePrice", "terms.inputImagePrice");
  const partialImage = {
    none: null,
    tokens: { kind: "tokens" as const, tokens: wholeOf(terms.partialTokens) },
    price: { kind: "price" as const, price: terms.partialPrice },
  }[terms.partialKind];
  if (isPlain(terms)) return {};
  return {
    terms: {
      currency: { code: terms.code, usdPerUnit: terms.code === "USD" ? "1" : terms.usdPerUnit },
      minimumCharge: orNull(terms.minimumCharge),
      partialImage,
      inputImagePrice: orNull(terms.inputImagePrice),
      inputBilledPer: terms.inputBilledPer,
    },
  };
}

function isPlain(terms: TermValues): boolean {
  return (
    terms.code === "USD" &&
    terms.minimumCharge === "" &&
    terms.partialKind === "tokens" &&
    terms.partialTokens === "100" &&
    terms.inputImagePrice === "" &&
    terms.inputBilledPer === "image"
  );
}
