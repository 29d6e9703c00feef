import { expect, test } from "vitest";
import { buildPriceBook, findRateCard } from "@/lib/pricing";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import { listCalculatorCards } from "./list-calculator-cards";

const everything = buildPriceBook(CATALOGUE);
const on = "2026-11-23";
const nothing = { compare: [] };

test("the first paint prices every model as the whole catalogue does, and a dated snapshot too", () => {
  const snapshot = { provider: "openai", model: "gpt-image-2-2026-04-21" };
  for (const { provider, model } of [...CATALOGUE, snapshot]) {
    const book = buildPriceBook(listCalculatorCards({ provider, model, ...nothing }, []));
    expect(findRateCard(book, { provider, model, on })).toEqual(
      findRateCard(everything, { provider, model, on }),
    );
  }
});

test("what is compared comes with it, else what the page proposes", () => {
  const asked = { provider: "openai", model: "gpt-image-2" };
  const flux = { provider: "black_forest_labs", model: "flux-pro-1.1" };
  const imagen = { provider: "gemini", model: "imagen-4.0-generate-001" };
  const fees = { monthlyFeeUsd: "0", monthlyMinimumUsd: "0" };
  const compare = [{ kind: "listed" as const, ...flux, batch: false, ...fees }];
  const models = (cards: { model: string }[]) => cards.map(({ model }) => model);

  const chosen = models(listCalculatorCards({ ...asked, compare }, [imagen]));
  expect(chosen).toContain("flux-pro-1.1");
  expect(chosen).not.toContain("imagen-4.0-generate-001");
  expect(models(listCalculatorCards({ ...asked, compare: null }, [imagen]))).toContain(
    "imagen-4.0-generate-001",
  );
  expect(chosen.length).toBeLessThan(CATALOGUE.length / 4);
});
