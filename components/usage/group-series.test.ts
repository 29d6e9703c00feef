import { expect, test } from "vitest";
import type { FilterValues, UsageSeries } from "@/lib/contracts/usage";
import { prepareGroupSeries } from "./group-series";

const totals = {} as UsageSeries["totals"];
const point = (period: string, costNanoUsd: string) => ({
  period,
  costNanoUsd,
  calls: 1,
  imagesDelivered: 1,
  unpricedCalls: 0,
});
const values: FilterValues = {
  workflows: [
    { slug: "avatars", name: "Avatars" },
    { slug: "heroes", name: "Heroes" },
  ],
  providers: [],
  models: [],
  sizes: [],
  qualities: [],
  firstDate: null,
  lastDate: null,
};
const series = (groups: UsageSeries["groups"]): UsageSeries => ({
  timeZone: "UTC",
  from: "2026-11-01",
  to: "2026-11-03",
  interval: "day",
  groups,
  totals,
});
const heroes = {
  key: "heroes",
  label: "Heroes",
  totals,
  points: [point("2026-11-01", "5"), point("2026-11-03", "0")],
};
const nameless = { key: null, label: "No workflow", totals, points: [point("2026-11-02", "1")] };

test("a day without calls is a gap, a day that cost nothing is a zero", () => {
  const { periods, layers } = prepareGroupSeries(series([heroes]), "workflow", values);
  expect(periods).toEqual(["2026-11-01", "2026-11-02", "2026-11-03"]);
  expect(layers[0]?.amountsNanoUsd).toEqual(["5", null, "0"]);
});

test("a day of which no call has a price is a gap, and says what it leaves out", () => {
  const unpriced = { ...point("2026-11-02", "0"), calls: 2, unpricedCalls: 2 };
  const partly = { ...point("2026-11-03", "4"), calls: 2, unpricedCalls: 1 };
  const { layers, notes } = prepareGroupSeries(
    series([{ ...heroes, points: [unpriced, partly] }]),
    "workflow",
    values,
  );
  expect(layers[0]?.amountsNanoUsd).toEqual([null, null, "4"]);
  expect(notes).toEqual([
    "No calls logged",
    "2 calls unpriced, not in the sum",
    "1 call unpriced, not in the sum",
  ]);
});

test("a workflow keeps its colour whatever stands beside it, and calls without one are grey", () => {
  const both = prepareGroupSeries(series([heroes, nameless]), "workflow", values).layers;
  const alone = prepareGroupSeries(series([heroes]), "workflow", values).layers;
  expect(both[0]?.color).toBe(alone[0]?.color);
  expect(both[1]?.color).not.toBe(both[0]?.color);
});

test("colours that mean something follow the value, not its place", () => {
  const stage = (key: string) => ({ ...heroes, key, label: key });
  const one = prepareGroupSeries(series([stage("production"), stage("pilot")]), "stage", values).layers;
  const other = prepareGroupSeries(series([stage("pilot"), stage("production")]), "stage", values).layers;
  expect(one[0]?.color).toBe(other[1]?.color);
});

test("without groups the cost is one layer", () => {
  const { layers } = prepareGroupSeries(series([{ ...heroes, key: null }]), null, values);
  expect(layers.map((layer) => layer.name)).toEqual(["Cost"]);
});
