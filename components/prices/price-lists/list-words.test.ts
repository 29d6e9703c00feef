import { describe, expect, test } from "vitest";
import type { CardChangeAnswer } from "@/lib/contracts/price-lists";
import { findChanges, guessList, valueWords } from "./list-words";

describe("valueWords", () => {
  test.each([
    [null, "not stated"],
    ["30.00", "$30.00"],
    ["0.0672", "$0.0672"],
    ["2026-12-01", "1 Dec 2026"],
    ["by token", "by token"],
  ])("%s reads %s", (value, words) => {
    expect(valueWords(value)).toBe(words);
  });
});

describe("findChanges", () => {
  const change = (id: string, status: CardChangeAnswer["status"], label?: string): CardChangeAnswer =>
    ({
      id,
      status,
      fields: label ? [{ label, before: "1", after: "2" }] : [],
    }) as unknown as CardChangeAnswer;
  const changes = [
    change("openai/gpt-image-2", "changed", "Image output"),
    change("recraft/recraftv3", "changed", "Billed"),
    change("fal_ai/fal-ai/flux/schnell", "added"),
  ];

  test("finds by provider, model and what changes, whatever the order of the words", () => {
    const found = (typed: string) => findChanges(changes, "changed", typed).map(({ id }) => id);
    expect(found("")).toEqual(["openai/gpt-image-2", "recraft/recraftv3"]);
    expect(found("output OpenAI")).toEqual(["openai/gpt-image-2"]);
    expect(found("flux")).toEqual([]);
    expect(findChanges(changes, "added", "flux fal")).toHaveLength(1);
  });
});

test("the form begins with what the text and its file say", () => {
  expect(guessList('{"gpt-image-2":{"pricing_config":{}}}', "openai.json")).toEqual({
    name: "Portkey",
    provider: "openai",
    needsProvider: true,
  });
  expect(guessList('{"a":{"litellm_provider":"x"}}', "model_prices.json").name).toBe("LiteLLM");
  expect(guessList("{}", null)).toEqual({ name: "", provider: "", needsProvider: false });
});
