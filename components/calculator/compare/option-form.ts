import type { CompareOption } from "@/lib/calculator";

export const OPTION_KINDS = [
  { value: "listed", label: "A model at list price" },
  { value: "factor", label: "List price times a factor" },
  { value: "per_image", label: "A price per image" },
  { value: "per_call", label: "A price per call" },
  { value: "credits", label: "Credits per image" },
] as const;

export type OptionKind = (typeof OPTION_KINDS)[number]["value"];

/** What the dialog holds while it is filled in: everything as typed. */
export interface OptionDraft {
  kind: OptionKind;
  name: string;
  provider: string;
  model: string;
  batch: boolean;
  factor: string;
  price: string;
  pricePerCredit: string;
  credits: string;
  monthlyFeeUsd: string;
  monthlyMinimumUsd: string;
}

const EMPTY: OptionDraft = {
  kind: "listed",
  name: "",
  provider: "openai",
  model: "gpt-image-2",
  batch: false,
  factor: "1.2",
  price: "",
  pricePerCredit: "",
  credits: "",
  monthlyFeeUsd: "0",
  monthlyMinimumUsd: "0",
};

export function draftOf(option: CompareOption | null): OptionDraft {
  if (option === null) return EMPTY;
  const { monthlyFeeUsd, monthlyMinimumUsd } = option;
  const draft = { ...EMPTY, monthlyFeeUsd, monthlyMinimumUsd };
  if (option.kind === "listed") {
    const { provider, model, batch } = option;
    return { ...draft, provider, model, batch };
  }
  const { name, scheme } = option;
  switch (scheme.kind) {
    case "factor":
      return { ...draft, name, kind: "factor", factor: scheme.factor };
    case "per_image":
    case "per_call":
      return { ...draft, name, kind: scheme.kind, price: scheme.price };
    case "credits": {
      const { pricePerCredit, creditsPerImage } = scheme;
      return { ...draft, name, kind: "credits", pricePerCredit, credits: creditsPerImage };
    }
  }
}

export type DraftErrors = Partial<Record<keyof OptionDraft, string>>;

const PRICE = /^\d{1,5}(\.\d{1,9})?$/;
const FEE = /^\d{1,7}(\.\d{1,9})?$/;
const FACTOR = /^\d{1,2}(\.\d{1,6})?$/;

/** The option that a draft describes, or what is wrong with it by field. */
export function readDraft(draft: OptionDraft): { option: CompareOption } | { errors: DraftErrors } {
  const errors: DraftErrors = {};
  const check = (field: keyof OptionDraft, isRight: boolean, message: string) => {
    if (!isRight) errors[field] = message;
  };
  const price = "An amount below 100,000 such as 0.15";
  const { kind } = draft;
  const name = draft.name.trim();
  if (kind === "listed") check("model", draft.model !== "", "Choose a model");
  else check("name", name !== "" && name.length <= 60, "A name of at most 60 characters");
  if (kind === "factor") {
    check("factor", FACTOR.test(draft.factor) && Number(draft.factor) > 0, "A factor such as 1.2");
  }
  if (kind === "per_image" || kind === "per_call") check("price", PRICE.test(draft.price), price);
  if (kind === "credits") {
    check("pricePerCredit", PRICE.test(draft.pricePerCredit), price);
    check("credits", PRICE.test(draft.credits), "A number such as 12");
  }
  check("monthlyFeeUsd", FEE.test(draft.monthlyFeeUsd), "An amount such as 50");
  check("monthlyMinimumUsd", FEE.test(draft.monthlyMinimumUsd), "An amount such as 50");
  return Object.keys(errors).length > 0 ? { errors } : { option: optionOf({ ...draft, name }) };
}

function optionOf(draft: OptionDraft): CompareOption {
  const { kind, name, provider, model, batch, monthlyFeeUsd, monthlyMinimumUsd } = draft;
  const fees = { monthlyFeeUsd, monthlyMinimumUsd };
  switch (kind) {
    case "listed":
      return { kind, provider, model, batch, ...fees };
    case "factor":
      return { kind: "own", name, scheme: { kind, factor: draft.factor }, ...fees };
    case "per_image":
    case "per_call":
      return { kind: "own", name, scheme: { kind, price: draft.price }, ...fees };
    case "credits": {
      const { pricePerCredit, credits } = draft;
      return { kind: "own", name, scheme: { kind, pricePerCredit, creditsPerImage: credits }, ...fees };
    }
  }
}
