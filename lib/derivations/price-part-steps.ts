import { partSentence, type PricePart } from "@/lib/pricing";
import { derive, type Derivation } from "./derivation";
import { ROUNDING } from "./rounding";

/** The parts of a price as steps: "7,024 image output tokens", by "× $30.00 per million". */
export function partSteps(parts: readonly PricePart[]): Derivation[] {
  return parts.map((part) => {
    const [formula = ""] = partSentence(part).split(" = ");
    const [title = formula] = formula.split(" × ");
    return derive({ title, amountNanoUsd: part.amountNanoUsd, formula, rounding: ROUNDING.call });
  });
}

/**
 * What of an explanation's sentences its steps and its cited card do not say already: how it was priced, and why.
 */
export function remainingSentences(explanation: readonly string[], parts: readonly PricePart[]): string[] {
  const said = new Set(parts.map(partSentence));
  return explanation.filter(
    (sentence) =>
      !said.has(sentence) && !/^(Total \$|Rate card |It is between |It is at least )/.test(sentence),
  );
}
