import { expect, test } from "vitest";
import { loadCalculatorSearch } from "@/lib/client/calculator-search";
import { buildPriceBook, estimateRequest } from "@/lib/pricing";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import { explanationSentences, explanationText } from "./explanation-text";
import { toRequest } from "./to-request";

const book = buildPriceBook(CATALOGUE);

function ask(query: string) {
  const request = toRequest(loadCalculatorSearch(query), "2026-11-23");
  return { request, estimate: estimateRequest(book, request) };
}

test("ends with the month", () => {
  const { estimate } = ask("");
  const sentences = explanationSentences(estimate, 1000);
  expect(sentences).toContain("7,024 image output tokens × $30.00 per million = $0.21072");
  expect(sentences.at(-1)).toBe("1,000 calls a month × $0.21085 = $210.85.");
  expect(explanationSentences(estimate, 1).at(-1)).toBe("1 call a month × $0.21085 = $0.21085.");
});

test("of what is left to the model is a range", () => {
  const { estimate } = ask("?quality=auto&prompt=0");
  expect(explanationSentences(estimate, 1000).at(-1)).toBe("1,000 calls a month: between $5.88 and $210.72.");
});

test("of an unknown model is why it has no price, and no month", () => {
  const { estimate } = ask("?model=no-such-model");
  expect(explanationSentences(estimate, 1000)).toEqual(estimate.explanation);
});

test("as text says what was asked, the source and where to find it again", () => {
  const { estimate, request } = ask("?n=2&batch=true&references=1*64x64");
  const lines = explanationText(estimate, request, 10, "http://localhost:3000/calculator").split("\n");
  expect(lines[0]).toBe(
    "openai gpt-image-2, 1024x1024, high, 2 images a call, 1 reference image, batch, prices of 2026-11-23",
  );
  expect(lines.at(-2)).toBe("Source: https://developers.openai.com/api/docs/pricing");
  expect(lines.at(-1)).toBe("http://localhost:3000/calculator");
});
