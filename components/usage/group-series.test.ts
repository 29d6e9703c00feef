import { expect, test } from "vitest";
import type { AnsweredUsage } from "@/lib/client/usage-queries";
import type { FilterValues, UsageSeries } from "@/lib/contracts/usage";
import { prepareGroupSeries } from "./group-series";
import { seriesGroup, seriesTotals, usageSeries } from "./testing/usage-series";

const values: FilterValues = {
  workflows: [
    { slug: "avatars", name: "Avatars" },
    { slug: "heroes", name: "Heroes" },
  ],
  providers: [],
  models: [],
  sizes: [],
  qualities: [],
  tags: [],
  firstDate: null,
  lastDate: null,
};

const point = (period: string, costNanoUsd: string, rest: Partial<UsageSeries["points"][number]> = {}) => ({
  ...seriesTotals({ calls: 1, imagesDelivered: 1, imagesPriced: 1, costNanoUsd, ...rest }),
  period,
});

type Question = Partial<AnsweredUsage["question"]>;

const prepare = (
  series: Partial<UsageSeries>,
  question: Question = { groupBy: "workflow" },
  view: Partial<Parameters<typeof prepareGroupSeries>[1]> = {},
) => {
  const span = { from: "2026-11-01", to: "2026-11-03" };
  return prepareGroupSeries(
    {
      question: { ...span, interval: "day", ...question },
      series: usageSeries({
        ...span,
        points: series.groups?.flatMap(({ points }) => points) ?? [],
        ...series,
      }),
    },
    { measure: "cost", isCumulative: false, values, ...view },
  );
};

const heroes = {
  ...seriesGroup("heroes", "5"),
  label: "Heroes",
  points: [point("2026-11-01", "5"), point("2026-11-03", "0")],
};
const nameless = { ...seriesGroup(null, "1"), label: "No workflow", points: [point("2026-11-02", "1")] };

test("a day without calls is a gap, a day that cost nothing is a zero", () => {
  const { periods, series } = prepare({ groups: [heroes] });
  expect(periods.map(({ key }) => key)).toEqual(["2026-11-01", "2026-11-02", "2026-11-03"]);
  expect(series[0]?.values).toEqual([5n, null, 0n]);
  expect(series[0]?.total).toBe(5n);
});

test("a day of which no call has a price is a gap, and says what it leaves out", () => {
  const unpriced = point("2026-11-02", "0", { calls: 2, unpricedCalls: 2 });
  const partly = point("2026-11-03", "4", { calls: 2, unpricedCalls: 1 });
  const { series, notes } = prepare({ groups: [{ ...heroes, points: [unpriced, partly] }] });
  expect(series[0]?.values).toEqual([null, null, 4n]);
  expect(notes).toEqual([
    "No calls logged",
    "2 calls unpriced, not in the sum",
    "1 call unpriced, not in the sum",
  ]);
});

test("the rest is drawn last and grey, and the span before in its place", () => {
  const before = point("2026-11-02", "9");
  const { series, comparison } = prepare({
    groups: [heroes],
    other: { groups: [nameless, nameless], totals: nameless.totals, previous: null, points: nameless.points },
    previous: { from: "2026-10-29", to: "2026-10-31", totals: before, points: [before] },
  });
  expect(series.map(({ name }) => name)).toEqual(["Heroes", "Other (2)"]);
  expect(series[1]?.values).toEqual([null, 1n, null]);
  expect(comparison).toEqual({ name: "Previous period", values: [null, 9n, null], total: 9n });
});

test("a running sum stays where it was on days without calls", () => {
  const { series, all } = prepare({ groups: [heroes, nameless] }, undefined, { isCumulative: true });
  expect(series.map((each) => each.values)).toEqual([
    [5n, 5n, 5n],
    [null, 1n, 1n],
  ]);
  expect(all.values).toEqual([5n, 6n, 6n]);
});

test("ratios are lines, of their own sums", () => {
  const failing = point("2026-11-01", "0", { calls: 4, failedCalls: 1 });
  const { form, unit, series } = prepare({ groups: [{ ...heroes, points: [failing] }] }, undefined, {
    measure: "errorRate",
  });
  expect([form, unit]).toEqual(["lines", "share"]);
  expect(series[0]?.values[0]).toBe(250_000_000n);
});

test("parts of one group lie next to one another", () => {
  const part = (key: string, thenKey: string) => ({
    ...seriesGroup(key, "1"),
    thenKey,
    thenLabel: thenKey,
    points: [],
  });
  const { series } = prepare(
    { groups: [part("heroes", "low"), part("avatars", "low"), part("heroes", "high")] },
    { groupBy: "workflow", thenBy: "quality" },
  );
  expect(series.map(({ name }) => name)).toEqual(["heroes · low", "heroes · high", "avatars · low"]);
});

test("a week that the dates cut says which of its days are meant", () => {
  const { periods } = prepareGroupSeries(
    {
      question: { from: "2026-11-20", to: "2026-11-29", interval: "week" },
      series: usageSeries({ from: "2026-11-20", to: "2026-11-29", interval: "week" }),
    },
    { measure: "cost", isCumulative: false, values },
  );
  expect(periods.map(({ label, longLabel }) => [label, longLabel])).toEqual([
    ["16*", "Week of 16 Nov 2026, only 20–22 Nov 2026"],
    ["23", "Week of 23 Nov 2026"],
  ]);
});

test("a workflow keeps its colour whatever stands beside it, and calls without one are grey", () => {
  const both = prepare({ groups: [heroes, nameless] }).series;
  const alone = prepare({ groups: [heroes] }).series;
  expect(both[0]?.color).toBe(alone[0]?.color);
  expect(both[1]?.color).not.toBe(both[0]?.color);
});

test("colours that mean something follow the value, not its place", () => {
  const stage = (key: string) => ({ ...heroes, key, label: key });
  const question = { groupBy: "stage" } as const;
  const one = prepare({ groups: [stage("production"), stage("pilot")] }, question).series;
  const other = prepare({ groups: [stage("pilot"), stage("production")] }, question).series;
  expect(one[0]?.color).toBe(other[1]?.color);
});

test("without groups the measure is one layer", () => {
  const { series } = prepare({ groups: [{ ...heroes, key: null }] }, {});
  expect(series.map(({ name }) => name)).toEqual(["Cost"]);
});
