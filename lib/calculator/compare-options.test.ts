import { describe, expect, test } from "vitest";
import { parseUsd } from "@/lib/money";
import { buildPriceBook, type HypotheticalRequest } from "@/lib/pricing";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import { compareOptions, type CompareOption } from "./compare-options";
import type { OwnScheme } from "./own-card";

const book = buildPriceBook(CATALOGUE);

const request: HypotheticalRequest = {
  provider: "openai",
  model: "gpt-image-2",
  operation: "generation",
  n: 2,
  size: "1024x1024",
  quality: "high",
  outputFormat: null,
  batch: false,
  promptTokens: 26,
  inputImages: [],
  partialImages: 0,
  on: "2026-11-23",
};

const free = { monthlyFeeUsd: "0", monthlyMinimumUsd: "0" };
const own = (scheme: OwnScheme, fees = free): CompareOption => ({
  kind: "own",
  name: "Gateway",
  scheme,
  ...fees,
});
const listed = (model: string, batch = false): CompareOption => ({
  kind: "listed",
  provider: "openai",
  model,
  batch,
  ...free,
});

function month(option: CompareOption, requests = 1000n) {
  const { month } = compareOptions(book, request, [option], requests)[1] ?? {};
  return month && month.lowNanoUsd === month.highNanoUsd ? month.lowNanoUsd : month;
}

describe("a month of a thousand requests for two images", () => {
  test("as asked", () => {
    // Two images at $0.21085.
    const [asked] = compareOptions(book, request, [], 1000n);
    expect(asked?.month).toEqual({ lowNanoUsd: parseUsd("421.70"), highNanoUsd: parseUsd("421.70") });
    expect(asked?.perImage?.lowNanoUsd).toBe(parseUsd("0.21085"));
    expect(asked?.breakEvens).toBeNull();
  });

  test.each([
    ["a factor on the list price", own({ kind: "factor", factor: "1.2" }), "506.04"],
    ["a price per image", own({ kind: "per_image", price: "0.15" }), "300"],
    ["a price per call", own({ kind: "per_call", price: "0.15" }), "150"],
    ["credits", own({ kind: "credits", pricePerCredit: "0.01", creditsPerImage: "12" }), "240"],
    ["a batch", listed("gpt-image-2", true), "210.85"],
    // 4,160 × $32 / 1M + 26 × $5 / 1M = $0.13325 an image.
    ["another model", listed("gpt-image-1.5"), "266.50"],
    ["a fee", own({ kind: "per_image", price: "0.15" }, { ...free, monthlyFeeUsd: "99" }), "399"],
    ["a minimum", own({ kind: "per_image", price: "0.15" }, { ...free, monthlyMinimumUsd: "500" }), "500"],
  ])("with %s", (_name, option, usd) => {
    expect(month(option)).toBe(parseUsd(usd));
  });

  test("a model without a price stays without one", () => {
    const [, other] = compareOptions(book, request, [listed("no-such-model")], 1000n);
    expect(other).toMatchObject({ month: null, perImage: null, breakEvens: null, card: null });
  });
});

test("a model that does not make the size is priced at its nearest, which is said", () => {
  const wide = { ...request, size: "2048x1152" };
  const [asked, other] = compareOptions(book, wide, [listed("gpt-image-1")], 1n);
  expect(asked?.request.size).toBe("2048x1152");
  expect(other?.request.size).toBe("1536x1024");
  // 6,208 × $40 / 1M + 26 × $5 / 1M.
  expect(other?.perImage?.lowNanoUsd).toBe(parseUsd("0.24845"));
});

test("what is left to the model is a range, and has no break-even", () => {
  const [asked, other] = compareOptions(
    book,
    { ...request, quality: null },
    [own({ kind: "per_image", price: "1" })],
    10n,
  );
  // 196 to 7,024 tokens at $30, and 26 at $5, for twenty images.
  expect(asked?.month).toEqual({ lowNanoUsd: parseUsd("0.1202"), highNanoUsd: parseUsd("4.217") });
  expect(other).toMatchObject({ breakEvens: null });
});

test("break-even is against the request as asked", () => {
  // $0.4217 a request against $0.30 and $121.70 a month: the same at a thousand.
  const gateway = own({ kind: "per_image", price: "0.15" }, { ...free, monthlyFeeUsd: "121.70" });
  expect(compareOptions(book, request, [gateway], 1n)[1]?.breakEvens).toEqual([
    { fromRequests: 1n, cheaper: "a" },
    { fromRequests: 1000n, cheaper: "neither" },
    { fromRequests: 1001n, cheaper: "b" },
  ]);
});

test("an offer's factor may take the place of a list price's own, as every list price has a factor of one", () => {
  expect(CATALOGUE.filter(({ prices }) => prices.multiplier !== "1")).toEqual([]);
});
