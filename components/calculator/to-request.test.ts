import { expect, test } from "vitest";
import { calculatorSearch, loadCalculatorSearch } from "@/lib/client/calculator-search";
import { estimateRequestSchema } from "@/lib/contracts/estimates";
import { toApiBody, toRequest } from "./to-request";

test("an address without anything is the request of the article", () => {
  expect(toRequest(loadCalculatorSearch(""), "2026-11-23")).toEqual({
    provider: "openai",
    model: "gpt-image-2",
    operation: "generation",
    n: 1,
    size: "1024x1024",
    quality: "high",
    outputFormat: null,
    batch: false,
    promptTokens: 26,
    inputImages: [],
    partialImages: 0,
    on: "2026-11-23",
  });
});

const ADDRESS =
  "?size=auto&quality=auto&n=4&prompt=81&promptIn=characters&references=2*800x600,1*64x64&previews=2&batch=true&volume=5&on=2026-10-01&compare=i~Gateway~0.15~50";

test("an address names a whole request", () => {
  expect(toRequest(loadCalculatorSearch(ADDRESS), "2026-11-23")).toEqual({
    provider: "openai",
    model: "gpt-image-2",
    operation: "edit",
    n: 4,
    size: null,
    quality: null,
    outputFormat: null,
    batch: true,
    promptTokens: 27,
    inputImages: [
      { width: 800, height: 600 },
      { width: 800, height: 600 },
      { width: 64, height: 64 },
    ],
    partialImages: 2,
    on: "2026-10-01",
  });
});

test("what an address was read as is written as the same request", () => {
  const state = loadCalculatorSearch(ADDRESS);
  expect(loadCalculatorSearch(calculatorSearch(state))).toEqual(state);
});

test.each([
  "n=0",
  "n=-1",
  "n=1e3",
  "n=101",
  "prompt=x",
  "promptIn=lines",
  "previews=4",
  "batch=maybe",
  "volume=99999999999",
  "on=2026-02-30",
  "references=x",
  "compare=x",
  "size=",
])("what is not understood counts as not given: %s", (query) => {
  expect(loadCalculatorSearch(`?${query}`)).toEqual(loadCalculatorSearch(""));
});

test("the request for programs is one that the API takes", () => {
  const body = toApiBody(toRequest(loadCalculatorSearch(ADDRESS), "2026-11-23"), 0);
  expect(estimateRequestSchema.parse(body)).toEqual(body);
  expect(body).toMatchObject({ requests: 1, at: "2026-10-01" });
});
