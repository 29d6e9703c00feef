import type { Places } from "./places";
import type { PricedCard, PriceFormValues } from "./price-form-values";
import { toPlainPrices } from "./to-plain-prices";
import { wholeOf } from "./read-text";

/** The rules in their order, not yet checked; null where one multiplies a list that does not exist. */
export function toRules(
  { rules, model }: PriceFormValues,
  cards: readonly PricedCard[],
  places: Places,
): object[] | null {
  places.set("prices.rules", "rules.root");
  const made = rules.map((rule, index) => {
    const from = `rules.${index}`;
    const to = `prices.rules.${index}`;
    places.set(`${to}.when`, from);
    places.set(`${to}.when.sizes`, `${from}.sizes`);
    places.set(`${to}.when.qualities`, `${from}.qualities`);
    const prices = toPlainPrices(rule.prices, {
      cards,
      model,
      places,
      from: `${from}.prices`,
      to: `${to}.prices`,
    });
    const when = {
      sizes: someOf(rule.sizes.split(/[\s,;]+/).filter((size) => size !== "")),
      orientations: someOf(rule.orientations),
      minPixels: rule.minPixels.trim() === "" ? null : wholeOf(rule.minPixels),
      maxPixels: rule.maxPixels.trim() === "" ? null : wholeOf(rule.maxPixels),
      qualities: someOf(rule.qualities),
      formats: someOf(rule.formats),
    };
    return prices && { when, prices };
  });
  return made.every((rule) => rule !== null) ? made : null;
}

function someOf(items: readonly string[]): readonly string[] | null {
  return items.length === 0 ? null : items;
}
