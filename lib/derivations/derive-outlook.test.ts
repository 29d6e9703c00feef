import fc from "fast-check";
import { expect, test } from "vitest";
import { nanoUsd } from "@/lib/money";
import { projectMonthEnd, type LoggedDay } from "@/lib/outlook";
import { addDays } from "@/lib/time";
import { deriveOutlook } from "./derive-outlook";
import { expectExactSums } from "./testing/expect-sums";

const TODAY = "2027-02-10";

function explain(dailyActuals: LoggedDay[], month = "2027-02", dailyForecast: LoggedDay[] | null = null) {
  const outlook = projectMonthEnd({ month, today: TODAY, dailyActuals, dailyForecast });
  return deriveOutlook({
    month,
    today: TODAY,
    dailyActuals,
    outlook,
    askDays: (from, to) => `${from} to ${to}`,
    askForecast: "forecast",
  });
}

const day = (date: string, cost: bigint): LoggedDay => ({
  date,
  costNanoUsd: nanoUsd(cost),
  unpricedCalls: 0,
});
const days = (from: string, costs: readonly bigint[]) =>
  costs.map((cost, index) => day(addDays(from, index), cost));

test("the open month is what was logged and the recent pace for the rest", () => {
  // A dollar on each of the fourteen days to 9 February, and nothing yet today.
  const outlook = explain(days("2027-01-27", Array<bigint>(14).fill(1_000_000_000n)));
  expect(outlook.steps.map(({ title, amountNanoUsd }) => `${title}: ${amountNanoUsd}`)).toEqual([
    "Logged, 1–9 Feb 2027: 9000000000",
    "Expected, 10–28 Feb 2027: 19000000000",
  ]);
  expect(outlook.amountNanoUsd).toBe(28_000_000_000n);
  expect(outlook.steps.map(({ more }) => more)).toEqual([
    "2027-02-01 to 2027-02-09",
    "2027-01-27 to 2027-02-09",
  ]);
  expect(outlook.inputs[0]).toMatchObject({ name: "Recent pace", value: "$1.00", unit: "a day" });
});

test("a month that is over is what was logged", () => {
  const outlook = explain(days("2027-01-05", [3n, 4n]), "2027-01");
  expect(outlook.amountNanoUsd).toBe(7n);
  expect(outlook.steps.map(({ more }) => more)).toEqual(["2027-01-05 to 2027-01-06"]);
});

test("a month to come is its forecast, and one without any has no amount", () => {
  const planned = explain([], "2027-03", days("2027-03-01", [5n, 6n]));
  expect(planned.amountNanoUsd).toBe(11n);
  expect(planned.steps.map(({ more }) => more)).toEqual(["forecast"]);
  expect(explain([], "2027-03").amountNanoUsd).toBeNull();
});

test("the logged and the expected part add up exactly, whatever was logged", () => {
  const costs = fc.array(fc.bigInt({ min: 0n, max: 10n ** 13n }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(costs, fc.integer({ min: 0, max: 20 }), (amounts, endedDaysAgo) => {
      const first = addDays(TODAY, 1 - amounts.length - endedDaysAgo);
      expectExactSums(explain(days(first, amounts)));
      expectExactSums(
        explain(days(first, amounts), "2027-02", days("2027-02-01", Array<bigint>(28).fill(7n))),
      );
    }),
  );
});
