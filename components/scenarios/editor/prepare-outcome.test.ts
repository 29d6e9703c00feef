import { describe, expect, test } from "vitest";
import { buildPriceBook } from "@/lib/pricing";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import { checkDrivers, problemAt } from "./check-drivers";
import { prepareFigures } from "./prepare-figures";
import { prepareOutcome } from "./prepare-outcome";
import { drivers } from "./testing/drivers";

const book = buildPriceBook(CATALOGUE);
const unbalanced = drivers({ mix: [{ size: "1024x1024", quality: "high", sharePercent: 90 }] });

describe("what is drawn for drivers", () => {
  // A picture of 1024x1024 at high quality: 7,024 output tokens at $30 and 26 input tokens at $5 a million, $0.21085.
  test("is their projection, with two months of a hundred pictures each", () => {
    const outcome = prepareOutcome(drivers(), [], book);
    expect(outcome).toMatchObject({ isStale: false, canSave: true, problems: [] });
    expect(outcome.projection?.total.totalNanoUsd).toBe(42_170_000_000n);
  });

  test("is the last projection, marked as old, while something is wrong", () => {
    const outcome = prepareOutcome(unbalanced, [drivers({ lengthMonths: 1 }), drivers(), unbalanced], book);
    expect(outcome).toMatchObject({ isStale: true, canSave: false });
    expect(outcome.projection?.total.totalNanoUsd).toBe(42_170_000_000n);
    expect(problemAt(outcome.problems, "mix")).toBe("The shares must add up to 100 %");
  });

  test("drivers without a price can be saved but not drawn", () => {
    const outcome = prepareOutcome(drivers({ provider: "nobody" }), [], book);
    expect(outcome).toMatchObject({ isStale: true, canSave: true, projection: null });
    expect(problemAt(outcome.problems, "model")).toContain("No price for gpt-image-2 at nobody");
  });

  test("a size that the model refuses is said once, in the model's words", () => {
    const problems = checkDrivers(
      drivers({ mix: [{ size: "1920x1080", quality: "high", sharePercent: 100 }] }),
    );
    expect(problems).toHaveLength(1);
    expect(problemAt(problems, "mix.0.size")).toContain("Nearest legal: 1920x1088");
    expect(problemAt(problems, "mix.1")).toBeUndefined();
  });
});

describe("the figures above the chart", () => {
  const projection = prepareOutcome(drivers(), [], book).projection;
  if (!projection) throw new Error("The example has a price.");

  test("say what it costs and how that differs from what was saved", () => {
    const before = prepareOutcome(drivers({ lengthMonths: 1 }), [], book).projection;
    if (!before) throw new Error("The example has a price.");
    const { total, perDeliveredImage, perAcceptedImage, peakMonth } = prepareFigures(projection, {
      name: "version 3",
      drivers: drivers(),
      figures: {
        totalNanoUsd: before.total.totalNanoUsd,
        perDeliveredImageNanoUsd: before.total.perDeliveredImageNanoUsd,
        perAcceptedImageNanoUsd: null,
        peakMonthNanoUsd: null,
      },
    });
    expect(total).toEqual({
      text: "$42.17",
      exact: "$42.17",
      difference: { amount: "$21.08 more", rest: "than version 3", direction: "more" },
    });
    expect(perDeliveredImage?.difference).toEqual({ amount: null, rest: "as version 3", direction: "same" });
    // Half of the pictures are of use, so each of those costs twice as much.
    expect(perAcceptedImage).toEqual({ text: "$0.4217", exact: "$0.4217", difference: null });
    expect(peakMonth?.name).toBe("January 2027");
  });
});
