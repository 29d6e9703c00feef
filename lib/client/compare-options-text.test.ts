import fc from "fast-check";
import { expect, test } from "vitest";
import type { CompareOption } from "@/lib/calculator";
import { readCompareOptions, writeCompareOptions } from "./compare-options-text";

test("options are written shortly", () => {
  const fees = { monthlyFeeUsd: "0", monthlyMinimumUsd: "0" };
  const options: CompareOption[] = [
    { kind: "listed", provider: "openai", model: "gpt-image-2", batch: true, ...fees },
    {
      kind: "own",
      name: "Gateway",
      scheme: { kind: "per_image", price: "0.15" },
      ...fees,
      monthlyFeeUsd: "50",
    },
  ];
  expect(writeCompareOptions(options)).toBe("m~openai~gpt-image-2~batch;i~Gateway~0.15~50");
});

const names = fc
  .string({ minLength: 1, maxLength: 60, unit: "grapheme" })
  .filter((name) => name.length <= 60);
const amounts = fc.constantFrom("0", "0.15", "12", "99999.999999999");
const schemes = fc.oneof(
  fc.record({ kind: fc.constant("factor" as const), factor: fc.constantFrom("1", "0.85", "12.5") }),
  fc.record({ kind: fc.constant("per_image" as const), price: amounts }),
  fc.record({ kind: fc.constant("per_call" as const), price: amounts }),
  fc.record({ kind: fc.constant("credits" as const), pricePerCredit: amounts, creditsPerImage: amounts }),
);
const fees = { monthlyFeeUsd: amounts, monthlyMinimumUsd: amounts };
const options: fc.Arbitrary<CompareOption> = fc.oneof(
  fc.record({
    kind: fc.constant("listed" as const),
    provider: names,
    model: names,
    batch: fc.boolean(),
    ...fees,
  }),
  fc.record({ kind: fc.constant("own" as const), name: names, scheme: schemes, ...fees }),
);

test("what is written is read back", () => {
  fc.assert(
    fc.property(fc.array(options, { maxLength: 8 }), (list) => {
      expect(readCompareOptions(writeCompareOptions(list))).toEqual(list);
    }),
  );
});

test.each([
  "",
  "x",
  "m~openai",
  "i~Gateway~-1",
  "i~Gateway~1e3",
  "f~Gateway~0",
  "k~Gateway~1~x",
  "i~Gateway~1~x",
])("%j names no option", (text) => {
  expect(readCompareOptions(text)).toBeNull();
});

test("nothing to compare with is something that can be said", () => {
  expect(readCompareOptions("none")).toEqual([]);
});
