import fc from "fast-check";
import { expect, test } from "vitest";
import { explainCall } from "./explain-call";
import { buildPriceBook } from "./price-book";
import { priceCall } from "./price-call";
import type { RateCard } from "./rate-card";
import { callOf, cardOf, catalogueBook, usageOf } from "./testing/samples";

test("a call with usage is explained token by token", () => {
  const usage = usageOf({ textInputTokens: 26, imageOutputTokens: 7024 });
  const { price, parts, explanation } = explainCall(catalogueBook, callOf({ usage }));
  expect(price).toMatchObject({ basis: "usage", costNanoUsd: 210_850_000n });
  expect(parts).toEqual([
    { kind: "text_input", unit: "token", quantity: 26n, usdPerMillion: "5.00", amountNanoUsd: 130_000n },
    {
      kind: "image_output",
      unit: "token",
      quantity: 7024n,
      usdPerMillion: "30.00",
      amountNanoUsd: 210_720_000n,
    },
  ]);
  expect(explanation).toEqual([
    "Priced by the tokens that the provider reported.",
    "Rate card OpenAI gpt-image-2, valid from 21 Apr 2026, from the provider's own page, checked on 23 Nov 2026.",
    "26 text input tokens × $5.00 per million = $0.00013",
    "7,024 image output tokens × $30.00 per million = $0.21072",
    "Total $0.21085.",
  ]);
});

test("a call without usage says that its input is missing", () => {
  const { explanation } = explainCall(catalogueBook, callOf({ n: 2, imagesReturned: 2 }));
  expect(explanation).toEqual([
    "Priced by the rate card, as the call reports no tokens for its images.",
    "Rate card OpenAI gpt-image-2, valid from 21 Apr 2026, from the provider's own page, checked on 23 Nov 2026.",
    "The output tokens follow the formula of OpenAI's calculator, which OpenAI does not promise.",
    "The prompt and reference images are not included, as the call does not report their tokens.",
    "14,048 image output tokens × $30.00 per million = $0.42144",
    "Total $0.42144.",
  ]);
});

test("a flat price is explained as one, its factor included", () => {
  const card = cardOf({ prices: { scheme: "per_call", price: "0.03", batchPrice: null, multiplier: "1.2" } });
  const { parts, explanation } = explainCall(buildPriceBook([card]), callOf({ provider: "wisgate" }));
  expect(parts).toEqual([
    { kind: "call", unit: "call", quantity: 1n, usdPerUnit: "0.036", amountNanoUsd: 36_000_000n },
  ]);
  expect(explanation).toEqual([
    "Priced by the rate card, as the call reports no tokens for its images.",
    "Rate card WisGate gpt-image-2 with its factor of 1.2, valid from 1 Jan 2026, as entered, checked on 1 Nov 2026.",
    "The card bills per call, whatever the number, size and quality of its images.",
    "1 call × $0.036 = $0.036",
    "Total $0.036.",
  ]);
});

test.each([
  [{ chargedNanoUsd: 54_000_000n }, ["The provider said what it charged for this call.", "Total $0.054."]],
  [{ billed: false }, ["The provider does not bill this call.", "Total $0.00."]],
  [
    { billed: null },
    ["Whether the provider bills this call is not known.", "It is between $0.00 and $0.21072."],
  ],
  [
    { quality: "auto" },
    [
      "The quality was left to the model, and the price depends on it.",
      "It is between $0.00588 and $0.21072.",
    ],
  ],
  [
    { size: null },
    ["The size was left to the model, and the price depends on it.", "It is between $0.06183 and $0.71157."],
  ],
  [{ size: "1920x1080" }, ["The rate card has no price for 1920x1080 at this quality."]],
  [{ quality: "hd" }, ["The rate card has no quality “hd”."]],
  [{ on: "2024-11-15" }, ["No rate card for gpt-image-2 at openai is valid on 15 Nov 2024."]],
  [
    { usage: usageOf({ imageOutputTokens: 7024, textOutputTokens: 1 }) },
    ["The rate card lists no price for one kind of the tokens.", "It is at least $0.21072."],
  ],
])("%o is explained", (differences, explanation) => {
  expect(explainCall(catalogueBook, callOf(differences)).explanation).toEqual(explanation);
});

test("the parts add up to the cost, to the last nano-dollar, at any prices", () => {
  const usd = fc.bigInt({ min: 0n, max: 10n ** 12n }).map((nano) => {
    const digits = nano.toString().padStart(10, "0");
    return `${digits.slice(0, -9)}.${digits.slice(-9)}`;
  });
  const factor = fc.integer({ min: 1, max: 3_000_000 }).map((millionths) => (millionths / 1e6).toFixed(6));
  const tokens = fc.nat(100_000_000);
  fc.assert(
    fc.property(
      fc.array(usd, { minLength: 4, maxLength: 4 }),
      factor,
      fc.array(tokens, { minLength: 4, maxLength: 4 }),
      (prices, multiplier, [text = 0, image = 0, words = 0, pictures = 0]) => {
        const [textInput = null, imageInput = null, textOutput = null, imageOutput = null] = prices;
        const rates = {
          textInput,
          imageInput,
          textOutput,
          imageOutput,
          cachedTextInput: null,
          cachedImageInput: null,
        };
        const card: RateCard = cardOf({
          prices: {
            scheme: "tokens",
            standard: rates,
            batch: null,
            outputTokens: { kind: "unknown" },
            multiplier,
          },
        });
        const usage = {
          textInputTokens: text,
          imageInputTokens: image,
          textOutputTokens: words,
          imageOutputTokens: pictures + 1,
        };
        const book = buildPriceBook([card]);
        const call = callOf({ provider: "wisgate", usage });
        const { price, parts } = explainCall(book, call);
        expect(price).toEqual(priceCall(book, call));
        if (price.basis === "unpriced") throw new Error("A call with usage and prices has a price");
        expect(parts.reduce((sum, part) => sum + part.amountNanoUsd, 0n)).toBe(price.costNanoUsd);

        // The exact cost in units of 10^-24 dollars, from the decimal strings themselves; one rounding is at most half.
        const scaled = (decimal: string, places: number) =>
          BigInt(decimal.replace(".", "")) * 10n ** BigInt(places);
        const exact = [text, image, words, pictures + 1].reduce(
          (sum, count, index) => sum + BigInt(count) * scaled(prices[index]!, 0) * scaled(multiplier, 3),
          0n,
        );
        const error = price.costNanoUsd * 10n ** 15n - exact;
        // What costs less than half a nano-dollar costs a whole one, as only what is free may be nothing.
        const isLeast = price.costNanoUsd === 1n && exact > 0n && exact < 10n ** 15n;
        expect(isLeast || (error <= 5n * 10n ** 14n && error >= -5n * 10n ** 14n)).toBe(true);
      },
    ),
    {
      numRuns: 300,
      examples: [[["0.000000001", "0.000000001", "0.000000001", "0.000000001"], "0.000001", [0, 0, 0, 0]]],
    },
  );
});
