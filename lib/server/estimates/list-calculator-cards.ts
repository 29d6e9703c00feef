import "server-only";
import type { CompareOption } from "@/lib/calculator";
import type { RateCard } from "@/lib/pricing";
import { CATALOGUE } from "@/lib/pricing/catalogue";

interface ListedModel {
  provider: string;
  model: string;
}

interface CalculatorQuestion extends ListedModel {
  compare: readonly CompareOption[] | null;
}

/**
 * The cards that the calculator's first paint needs, so that the page comes without the rest of the catalogue: those of
 * the provider that prices its models itself, of the model that is asked for, and of what it is compared with.
 */
export function listCalculatorCards(
  { provider, model, compare }: CalculatorQuestion,
  proposals: readonly ListedModel[],
): RateCard[] {
  const compared = compare?.flatMap((option) => (option.kind === "listed" ? [option] : [])) ?? proposals;
  const wanted = [{ provider, model }, ...compared];
  return CATALOGUE.filter(
    (card) =>
      card.sourceKind === "first_party" ||
      wanted.some((each) => each.provider === card.provider && isModel(each.model, card.model)),
  );
}

/** A dated snapshot is priced by the card of its model. */
function isModel(asked: string, listed: string): boolean {
  return asked === listed || asked.startsWith(`${listed}-20`);
}
