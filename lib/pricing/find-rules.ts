import { conditionHolds, type OpenFact, type PictureFacts } from "./price-condition";
import type { CompiledCard, CompiledRule } from "./price-book";

/**
 * The rules by which a card may price a picture: the first that applies, or every one that may be it while a fact is
 * open. `isCertain` says that one of them applies for sure.
 */
export interface FoundRules {
  rules: readonly CompiledRule[];
  open: OpenFact | null;
  isCertain: boolean;
}

export function findRules({ rules }: CompiledCard, facts: PictureFacts): FoundRules {
  const possible: CompiledRule[] = [];
  let open: OpenFact | null = null;
  for (const rule of rules) {
    const holds = rule.when === null || conditionHolds(rule.when, facts);
    if (holds === false) continue;
    possible.push(rule);
    if (holds === true) return { rules: possible, open, isCertain: true };
    open ??= holds;
  }
  return { rules: possible, open, isCertain: false };
}

/** The one rule of a card that asks for nothing, as most cards have; null for a conditional card. */
export function onlyRule({ rules }: CompiledCard): CompiledRule | null {
  const [rule] = rules;
  return rule !== undefined && rule.when === null && rules.length === 1 ? rule : null;
}
