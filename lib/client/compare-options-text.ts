import type { CompareOption, OwnScheme } from "@/lib/calculator";

// The options of a comparison in an address: `m~openai~gpt-image-2~batch~50~0;i~Gateway~0.15`. A field never holds the
// marks between fields, and those at the end that are nothing are left out.

const MOST_OPTIONS = 8;
const PRICE = /^\d{1,5}(\.\d{1,9})?$/;
const FEE = /^\d{1,7}(\.\d{1,9})?$/;
const FACTOR = /^\d{1,2}(\.\d{1,6})?$/;
/** What an address says for a comparison with nothing. */
const NONE = "none";

export function writeCompareOptions(options: readonly CompareOption[]): string {
  if (options.length === 0) return NONE;
  return options.map((option) => writeFields(fieldsOf(option))).join(";");
}

/** The options that an address names. What is not understood is left out; null where none is. */
export function readCompareOptions(text: string): CompareOption[] | null {
  if (text === NONE) return [];
  const options = text.split(";").flatMap((each) => readOption(each) ?? []);
  return options.length === 0 ? null : options.slice(0, MOST_OPTIONS);
}

function fieldsOf(option: CompareOption): string[] {
  const fees = feesOf(option);
  if (option.kind === "listed") {
    const way = option.batch ? ["batch"] : fees.length > 0 ? ["0"] : [];
    return ["m", option.provider, option.model, ...way, ...fees];
  }
  return [...offerOf(option), ...fees];
}

function offerOf({ name, scheme }: Extract<CompareOption, { kind: "own" }>): string[] {
  switch (scheme.kind) {
    case "factor":
      return ["f", name, scheme.factor];
    case "per_image":
      return ["i", name, scheme.price];
    case "per_call":
      return ["c", name, scheme.price];
    case "credits":
      return ["k", name, scheme.pricePerCredit, scheme.creditsPerImage];
  }
}

function feesOf({ monthlyFeeUsd, monthlyMinimumUsd }: CompareOption): string[] {
  if (monthlyMinimumUsd !== "0") return [monthlyFeeUsd, monthlyMinimumUsd];
  return monthlyFeeUsd === "0" ? [] : [monthlyFeeUsd];
}

function writeFields(fields: readonly string[]): string {
  return fields
    .map((field) => field.replace(/[%~;]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`))
    .join("~");
}

function readOption(text: string): CompareOption | null {
  const fields = readFields(text);
  const [kind = "", first = "", second = ""] = fields;
  if (first === "" || first.length > 200) return null;
  if (kind === "m") {
    const fees = readFees(fields.slice(4));
    if (second === "" || second.length > 200 || !fees) return null;
    return { kind: "listed", provider: first, model: second, batch: fields[3] === "batch", ...fees };
  }
  const scheme = readScheme(kind, fields);
  const fees = readFees(fields.slice(kind === "k" ? 4 : 3));
  return scheme && fees && { kind: "own", name: first.slice(0, 60), scheme, ...fees };
}

function readScheme(kind: string, [, , amount = "", credits = ""]: readonly string[]): OwnScheme | null {
  switch (kind) {
    case "f":
      return FACTOR.test(amount) && Number(amount) > 0 ? { kind: "factor", factor: amount } : null;
    case "i":
      return PRICE.test(amount) ? { kind: "per_image", price: amount } : null;
    case "c":
      return PRICE.test(amount) ? { kind: "per_call", price: amount } : null;
    case "k":
      return PRICE.test(amount) && PRICE.test(credits)
        ? { kind: "credits", pricePerCredit: amount, creditsPerImage: credits }
        : null;
    default:
      return null;
  }
}

function readFees([fee = "0", minimum = "0"]: readonly string[]): Pick<
  CompareOption,
  "monthlyFeeUsd" | "monthlyMinimumUsd"
> | null {
  return FEE.test(fee) && FEE.test(minimum) ? { monthlyFeeUsd: fee, monthlyMinimumUsd: minimum } : null;
}

function readFields(text: string): string[] {
  return text
    .split("~")
    .map((field) =>
      field.replace(/%(25|7e|3b)/gi, (_mark, code: string) => String.fromCharCode(parseInt(code, 16))),
    );
}
