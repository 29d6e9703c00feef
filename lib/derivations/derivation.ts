import { nanoUsd, type NanoUsd } from "@/lib/money";
import type { CitedCard } from "./cited-card";

/** One value that was put into a formula, already in the words in which it is read. */
export interface DerivationInput {
  name: string;
  value: string;
  unit: string | null;
  note: string | null;
}

/**
 * How the steps lead to the amount: they add up to it, the first less the others is it, or they are values of the
 * formula, which says itself what is done with them.
 */
export type StepsMake = "sum" | "difference" | "values";

/** How an amount came about. `Question` is what to ask to see one of its parts in the same way. */
export interface Derivation<Question = never> {
  title: string;
  /** Null: not known. It is then bounded where a bound is known, and in no sum. */
  amountNanoUsd: NanoUsd | null;
  bounds: { lowNanoUsd: NanoUsd | null; highNanoUsd: NanoUsd | null } | null;
  formula: string;
  inputs: DerivationInput[];
  rateCards: CitedCard[];
  rounding: string;
  notes: string[];
  steps: Derivation<Question>[];
  stepsMake: StepsMake;
  /** What answers with the steps, where they are not given here. */
  more: Question | null;
  /** The same amount taken apart in other ways. */
  otherways: { label: string; question: Question }[];
}

type Optional = "bounds" | "inputs" | "rateCards" | "notes" | "steps" | "stepsMake" | "more" | "otherways";

/** A derivation with what it need not say left out. */
export type DerivationParts<Question> = Omit<Derivation<Question>, Optional> &
  Partial<Pick<Derivation<Question>, Optional>>;

/**
 * Puts a derivation together. Steps that do not lead to the amount exactly are an Error: an explanation that does not
 * arrive at its number explains another one.
 */
export function derive<Question = never>(parts: DerivationParts<Question>): Derivation<Question> {
  const derivation: Derivation<Question> = {
    bounds: null,
    inputs: [],
    rateCards: [],
    notes: [],
    steps: [],
    stepsMake: "sum",
    more: null,
    otherways: [],
    ...parts,
  };
  const { title, amountNanoUsd, steps, stepsMake } = derivation;
  if (steps.length > 0 && stepsMake !== "values") {
    const arrivedAt = amountOfSteps(steps, stepsMake);
    if (arrivedAt !== (amountNanoUsd ?? 0n)) {
      throw new Error(`“${title}” is ${amountNanoUsd}, and its steps come to ${arrivedAt}.`);
    }
  }
  return derivation;
}

/** What additive steps come to, in nano-dollars. Steps without an amount are counted apart and are not in it. */
export function amountOfSteps(
  steps: readonly Pick<Derivation, "amountNanoUsd">[],
  stepsMake: "sum" | "difference",
): NanoUsd {
  return nanoUsd(
    steps.reduce((sum, { amountNanoUsd }, index) => {
      const amount = amountNanoUsd ?? 0n;
      return stepsMake === "difference" && index > 0 ? sum - amount : sum + amount;
    }, 0n),
  );
}
