import { expect, test } from "vitest";
import { deriveProjectedMonth } from "@/lib/derivations";
import { buildPriceBook } from "@/lib/pricing";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import { projectScenario } from "@/lib/scenarios";
import { flattenMonth } from "./flatten-month";
import { drivers } from "./testing/drivers";

const book = buildPriceBook(CATALOGUE);

test("a month's lines run from what is counted to the total, rework in its three parts", () => {
  const plan = drivers({ billedRetryPercent: 5 });
  const projection = projectScenario(plan, book);
  const month = projection.status === "priced" ? projection.months[0] : undefined;
  if (!month) throw new Error("The example has a price.");
  const lines = flattenMonth(deriveProjectedMonth(plan, month, 0, book));
  expect(lines.map(({ label, meaning }) => `${label}: ${meaning}`)).toEqual([
    "Requests: count",
    "Images: count",
    "Baseline: baseline",
    "Billed retries: rework",
    "QA: rework",
    "Prompt tuning: rework",
    "Growth: growth",
    "Total: total",
  ]);
  // 100 × $0.21085, and 5 % of it.
  expect(lines[2]?.result).toBe("$21.085");
  expect(lines[3]?.result).toBe("$1.05425");
  expect(lines.at(-1)?.result).toBe("$22.13925");
});
