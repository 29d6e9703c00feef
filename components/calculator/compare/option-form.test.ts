import { expect, test } from "vitest";
import type { CompareOption } from "@/lib/calculator";
import { draftOf, readDraft } from "./option-form";

const fees = { monthlyFeeUsd: "50", monthlyMinimumUsd: "0" };
const OPTIONS: CompareOption[] = [
  { kind: "listed", provider: "openai", model: "gpt-image-1", batch: true, ...fees },
  { kind: "own", name: "Gateway", scheme: { kind: "factor", factor: "1.2" }, ...fees },
  { kind: "own", name: "Gateway", scheme: { kind: "per_image", price: "0.15" }, ...fees },
  { kind: "own", name: "Gateway", scheme: { kind: "per_call", price: "0.15" }, ...fees },
  {
    kind: "own",
    name: "Gateway",
    scheme: { kind: "credits", pricePerCredit: "0.01", creditsPerImage: "12" },
    ...fees,
  },
];

test.each(OPTIONS)("an option can be opened and saved as it was: %j", (option) => {
  expect(readDraft(draftOf(option))).toEqual({ option });
});

test.each([
  ["name", { kind: "per_image", price: "1", name: " " }],
  ["price", { kind: "per_image", name: "x", price: "" }],
  ["price", { kind: "per_call", name: "x", price: "-1" }],
  ["factor", { kind: "factor", name: "x", factor: "0" }],
  ["credits", { kind: "credits", name: "x", pricePerCredit: "1", credits: "many" }],
  ["pricePerCredit", { kind: "credits", name: "x", pricePerCredit: "", credits: "1" }],
  ["model", { kind: "listed", model: "" }],
  ["monthlyFeeUsd", { kind: "listed", monthlyFeeUsd: "" }],
  ["monthlyMinimumUsd", { kind: "listed", monthlyMinimumUsd: "1e9" }],
] as const)("a wrong %s is named", (field, changes) => {
  const read = readDraft({ ...draftOf(null), ...changes });
  expect("errors" in read ? Object.keys(read.errors) : []).toEqual([field]);
});
