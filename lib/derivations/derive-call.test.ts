import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildPriceBook, explainCall, priceCall, type CallToPrice, type RateCard } from "@/lib/pricing";
import { derivationText } from "./derivation-text";
import { deriveCall, type CallFindings, type StoredPrice } from "./derive-call";
import { expectExactSums } from "./testing/expect-sums";
import { priceCard } from "./testing/price-card";

const CALL: CallToPrice = {
  provider: "openai",
  model: "gpt-image-2",
  operation: "generation",
  n: 1,
  size: "1024x1024",
  quality: "high",
  outputFormat: null,
  batch: false,
  billed: true,
  imagesReturned: 1,
  inputImages: null,
  partialImages: null,
  usage: { textInputTokens: 26, imageInputTokens: 0, textOutputTokens: 0, imageOutputTokens: 7024 },
  chargedNanoUsd: null,
  on: "2026-11-03",
};

const FINDINGS: CallFindings = {
  requestedSize: "auto",
  requestedQuality: "high",
  pictureBasis: "tokens",
  billedBasis: "tokens",
  billingRule: null,
  outcome: "succeeded",
  errorCode: null,
  httpStatus: 200,
};

function stored(call: CallToPrice, cards: readonly RateCard[]): StoredPrice {
  const price = priceCall(buildPriceBook(cards), call);
  return price.basis === "unpriced"
    ? { ...price, costNanoUsd: null }
    : { ...price, boundLowNanoUsd: null, boundHighNanoUsd: null };
}

interface Situation {
  call?: Partial<CallToPrice>;
  findings?: Partial<CallFindings>;
  card?: RateCard | null;
  priced?: StoredPrice;
  today?: StoredPrice;
}

function explain({ call: changes, findings, card = priceCard(), priced, today }: Situation = {}) {
  const call = { ...CALL, ...changes };
  const cards = card === null ? [] : [card];
  const asStored = priced ?? stored(call, cards);
  return deriveCall({
    id: "req_8f2c",
    call,
    stored: asStored,
    findings: { ...FINDINGS, ...findings },
    explained: explainCall(buildPriceBook(cards), call),
    today: today ?? asStored,
    card,
  });
}

describe("one call", () => {
  test("priced by the tokens that were reported, word for word", () => {
    // 7,024 × $30 and 26 × $5 a million: $0.21072 + $0.00013.
    expect(derivationText(explain())).toBe(
      [
        "Call req_8f2c: $0.21085",
        "= Tokens that the provider reported × their prices, added up",
        "Model: gpt-image-2 (openai)",
        "Images: 1 returned",
        "Size: 1024x1024 (as the number of output tokens tells, asked for auto)",
        "Quality: high (as the number of output tokens tells)",
        "Text tokens in: 26 tokens",
        "Image tokens out: 7,024 tokens",
        "Billed: yes (as tokens were put out)",
        "  + 26 text input tokens: $0.00013",
        "    = 26 text input tokens × $5.00 per million",
        "  + 7,024 image output tokens: $0.21072",
        "    = 7,024 image output tokens × $30.00 per million",
        "Priced by the tokens that the provider reported.",
        "Rate card OpenAI gpt-image-2 (openai, gpt-image-2), valid from 21 Apr 2026; the provider’s own page, checked on 20 Nov 2026: https://example.com/pricing",
        "Rounding: Multiplied exactly and rounded once, half to even, to a billionth of a dollar; the parts are made to add up to it.",
        "",
      ].join("\n"),
    );
  });

  test("charged by the provider needs no rate card", () => {
    const charged = explain({
      call: { chargedNanoUsd: 31_000_000n },
      findings: { billedBasis: "charged" },
      card: null,
    });
    expect(charged.amountNanoUsd).toBe(31_000_000n);
    expect(charged.notes).toEqual(["The provider said what it charged for this call."]);
    expect(charged.rateCards).toEqual([]);
    expect(charged.steps).toEqual([]);
  });

  test("that is not billed costs nothing, by the rule that says so", () => {
    const refused = explain({
      call: { billed: false, imagesReturned: 0, usage: null },
      findings: { billedBasis: "rule", billingRule: "by the rule: Over a rate limit.", outcome: "failed" },
      card: null,
    });
    expect(refused.amountNanoUsd).toBe(0n);
    expect(refused.inputs.at(-1)).toMatchObject({ value: "no", note: "by the rule: Over a rate limit." });
  });

  test("without a price has bounds and the reason instead", () => {
    const open = explain({
      call: { billed: null, usage: null, imagesReturned: 0 },
      findings: { billedBasis: "unknown", outcome: "timed_out", httpStatus: null },
    });
    expect(open.amountNanoUsd).toBeNull();
    // Nothing, or one high square: 7,024 output tokens at $30 a million.
    expect(open.bounds).toEqual({ lowNanoUsd: 0n, highNanoUsd: 210_720_000n });
    expect(open.notes).toEqual(["Whether the provider bills this call is not known."]);
    expect(open.inputs.at(-1)?.note).toBe("no rule says what timed out is billed");
    expect(explain({ card: null }).notes[0]).toContain("No rate card for gpt-image-2 at openai");
  });

  test("keeps its stored amount when prices have changed since, and says what they would make of it", () => {
    const dearer = priceCard({
      id: "card_2",
      prices: { scheme: "per_call", price: "0.5", batchPrice: null, multiplier: "1" },
    });
    const changed = explain({ today: stored(CALL, [dearer]) });
    expect(changed.amountNanoUsd).toBe(210_850_000n);
    expect(changed.steps).toHaveLength(2);
    expect(changed.notes.at(-1)).toContain("priced anew it would cost $0.50.");
  });

  test("whose own card does not arrive at the stored amount shows no parts of another one", () => {
    const wrong = explain({
      priced: {
        basis: "usage",
        costNanoUsd: 999n,
        boundLowNanoUsd: null,
        boundHighNanoUsd: null,
        rateCardId: "card_1",
      },
    });
    expect(wrong.amountNanoUsd).toBe(999n);
    expect(wrong.steps).toEqual([]);
    expect(wrong.formula).toBe("As stored when the call was priced");
  });

  test("has parts that add up to it, whatever the tokens and the factor of the card", () => {
    const tokens = fc.integer({ min: 0, max: 50_000 });
    const multiplier = fc.constantFrom("1", "1.2", "0.333333", "1.07");
    fc.assert(
      fc.property(
        tokens,
        tokens,
        fc.integer({ min: 1, max: 50_000 }),
        multiplier,
        (text, image, out, factor) => {
          const usage = {
            textInputTokens: text,
            imageInputTokens: image,
            textOutputTokens: 0,
            imageOutputTokens: out,
          };
          const card = priceCard({ prices: { ...priceCard().prices, multiplier: factor } });
          const derivation = explain({ call: { usage }, card });
          expect(derivation.steps.length).toBeGreaterThan(0);
          expectExactSums(derivation);
        },
      ),
    );
  });
});
