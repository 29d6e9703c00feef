import { describe, expect, test } from "vitest";
import { PriceListProblem } from "./price-list";
import { readRows, readText, row } from "./testing/samples";

const flux = { "recraft/recraftv3": row("recraft", { output_cost_per_image: 0.04 }) };

describe("a text that is no price list", () => {
  test.each([
    ["half a document", '{"a":{', /not valid JSON/],
    ["nothing", "", /not valid JSON/],
    ["a number", "5", /must be an object with a row for each model, and is a number/],
    ["a list", "[]", /is a list/],
    ["null", "null", /is null/],
    ["an empty object", "{}", /no rows/],
    ["some other object", '{"a":{"b":1}}', /Neither LiteLLM's format/],
  ])("%s is refused", (_what, text, message) => {
    expect(() => readText(text)).toThrow(PriceListProblem);
    expect(() => readText(text)).toThrow(message);
  });

  test("too many rows are refused before they are read", () => {
    const rows = Object.fromEntries(Array.from({ length: 20_001 }, (_, index) => [`m${index}`, 1]));
    expect(() => readRows({ ...rows, ...flux })).toThrow(/20,002 rows, and at most 20,000/);
  });

  test("more broken rows than anybody would read are refused", () => {
    const rows = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`m${index}`, 1]));
    expect(() => readRows({ ...rows, ...flux })).toThrow(/more than 2,000/);
  });
});

test("the format is found out, whatever stands first", () => {
  expect(readRows({ note: "prices", ...flux })).toMatchObject({ format: "litellm", readRows: 1 });
  expect(readText(`\ufeff${JSON.stringify(flux)}`).cards).toHaveLength(1);
});

test("Portkey's format needs to be told whose prices it holds", () => {
  const list = {
    core: { pricing_config: { pay_as_you_go: { image: { default: { default: { price: 3 } } } } } },
  };
  expect(() => readRows(list)).toThrow(/say which/);
  expect(() => readRows(list, "a/b")).toThrow(/may not hold a slash/);
  expect(readRows(list, "stability").cards[0]).toMatchObject({ provider: "stability", model: "core" });
});
