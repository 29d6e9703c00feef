import { expect, test } from "vitest";
import { nanoUsd } from "@/lib/money";
import { derive } from "./derivation";
import { derivationText } from "./derivation-text";

const part = (title: string, amount: bigint | null) =>
  derive({
    title,
    amountNanoUsd: amount === null ? null : nanoUsd(amount),
    formula: "As stated",
    rounding: "Nothing was rounded.",
  });

test("steps that do not add up to the amount are an error", () => {
  const sum = (total: bigint) =>
    derive({
      title: "Both",
      amountNanoUsd: nanoUsd(total),
      formula: "a + b",
      rounding: "Exact.",
      steps: [part("a", 1n), part("b", 2n), part("not known", null)],
    });
  expect(sum(3n).steps).toHaveLength(3);
  expect(() => sum(4n)).toThrow("“Both” is 4, and its steps come to 3.");
});

test("a difference is the first less the others, and values are not added", () => {
  const of = (stepsMake: "difference" | "values", total: bigint) =>
    derive({
      title: "Left",
      amountNanoUsd: nanoUsd(total),
      formula: "a − b",
      rounding: "Exact.",
      steps: [part("a", 5n), part("b", 7n)],
      stepsMake,
    });
  expect(of("difference", -2n).amountNanoUsd).toBe(-2n);
  expect(() => of("difference", 12n)).toThrow("come to -2");
  expect(of("values", 99n).amountNanoUsd).toBe(99n);
});

test("as text it is complete, with the steps indented below", () => {
  const text = derivationText(
    derive({
      title: "Budget left",
      amountNanoUsd: nanoUsd(-250_000_000n),
      formula: "Budget − spent",
      inputs: [{ name: "Calls", value: "3", unit: null, note: "one of them a retry" }],
      notes: ["1 call without a price is not in it."],
      rounding: "Nothing was rounded.",
      steps: [part("Budget", 1_000_000_000n), part("Spent", 1_250_000_000n)],
      stepsMake: "difference",
    }),
  );
  expect(text).toBe(
    [
      "Budget left: −$0.25",
      "= Budget − spent",
      "Calls: 3 (one of them a retry)",
      "  + Budget: $1.00",
      "    = As stated",
      "  − Spent: $1.25",
      "    = As stated",
      "1 call without a price is not in it.",
      "Rounding: Nothing was rounded.",
      "",
    ].join("\n"),
  );
});
