import { expect, test } from "vitest";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import { lifecycleNote, modelChoices, providerChoices } from "./model-choices";

test("providers with prices of their own come first", () => {
  const [first, ...rest] = providerChoices(CATALOGUE);
  expect(first).toEqual({ value: "openai", label: "OpenAI", group: "Prices of the provider" });
  expect(rest.length).toBeGreaterThan(3);
  expect(rest.every(({ group }) => group === "Listed by third parties")).toBe(true);
});

test("models that were shut down come last and say so", () => {
  const models = modelChoices(CATALOGUE, "openai", "2026-11-23");
  expect(models[0]).toEqual({ value: "gpt-image-2", label: "gpt-image-2", hint: undefined });
  const hint = (model: string) => models.find(({ value }) => value === model)?.hint;
  expect(hint("gpt-image-1")).toBe("Shut down on 23 Oct 2026");
  expect(hint("gpt-image-1.5")).toBe("Shuts down on 1 Dec 2026, in 8 days");
  const places = models.map(({ hint }) => hint?.startsWith("Shut down") === true);
  expect(places).toEqual([...places].sort((a, b) => Number(a) - Number(b)));
});

test.each([
  [null, null],
  ["2026-11-24", "Shuts down on 24 Nov 2026, in 1 day"],
  ["2026-11-23", "Shut down on 23 Nov 2026"],
])("an end on %s", (shutdownOn, note) => {
  expect(lifecycleNote({ shutdownOn }, "2026-11-23")).toBe(note);
});
