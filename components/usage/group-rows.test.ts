import { expect, test } from "vitest";
import type { AnsweredUsage } from "@/lib/client/usage-queries";
import { type GroupRow, prepareGroupRows, visibleRows } from "./group-rows";
import { seriesGroup, seriesTotals, usageSeries } from "./testing/usage-series";

const answer = (
  question: Partial<AnsweredUsage["question"]>,
  series: Parameters<typeof usageSeries>[0],
): AnsweredUsage => ({
  question: { from: "2026-11-01", to: "2026-11-30", interval: "day", ...question },
  series: usageSeries(series),
});

const cost = ({ totals }: GroupRow) => BigInt(totals.costNanoUsd);

test("the rest opens under Other, and a filter selects exactly its calls", () => {
  const groups = [seriesGroup("a,b", "5"), seriesGroup(null, "3")];
  const rest = [seriesGroup("c", "2"), seriesGroup("d", "1")];
  const other = { groups: rest, totals: seriesTotals({ costNanoUsd: "3" }), previous: null, points: [] };
  const rowsOf = (quality?: string) =>
    prepareGroupRows(
      answer({ groupBy: "quality", ...(quality && { quality }) }, { groups, other }),
      new Map(),
    );
  const rows = rowsOf();
  expect(rows.map(({ label }) => label)).toEqual(["a,b", "None", "Other (2)"]);
  expect(rows.map(({ filter }) => filter?.quality)).toEqual(["a\\,b", "none", "!a\\,b,none"]);
  expect(rowsOf("c,d,none").at(-1)?.filter).toEqual({ quality: "c,d" });
  expect(rowsOf("!e").at(-1)?.filter).toEqual({ quality: "!e,a\\,b,none" });
  expect(visibleRows(rows, new Set())).toHaveLength(3);
  expect(visibleRows(rows, new Set(["other"])).map(({ row, depth }) => [row.label, depth])).toEqual([
    ["a,b", 0],
    ["None", 0],
    ["Other (2)", 0],
    ["c", 1],
    ["d", 1],
  ]);
});

test("a row of a tag leads to the calls with its value, and keeps what else the tag is filtered by", () => {
  const groups = [seriesGroup("growth", "5"), seriesGroup("=none", "3"), seriesGroup(null, "2")];
  const other = {
    groups: [seriesGroup("design", "1"), seriesGroup("other", "1")],
    totals: seriesTotals({ costNanoUsd: "2" }),
    previous: null,
    points: [],
  };
  const filtersOf = (question: Partial<AnsweredUsage["question"]>) =>
    prepareGroupRows(answer({ groupBy: "tag:team", ...question }, { groups, other }), new Map()).map(
      ({ filter }) => filter,
    );
  expect(filtersOf({})).toEqual([
    { tag: "team:growth" },
    { tag: "team:=none" },
    { tag: "team:none" },
    { tag: "team:!growth,=none,none" },
  ]);
  expect(filtersOf({ tag: "team:!qa" }).at(-1)).toEqual({ tag: "team:!qa,growth,=none,none" });
});

test("by two dimensions each group is the sum of its parts, drawn or not", () => {
  const part = (key: string, thenKey: string, nano: string) => ({
    ...seriesGroup(key, nano),
    thenKey,
    thenLabel: thenKey,
    previous: seriesTotals({ calls: 1, costNanoUsd: "1" }),
  });
  const groups = [part("heroes", "low", "9"), part("avatars", "low", "7")];
  const rest = [part("heroes", "high", "3"), part("heroes", "medium", "2"), part("icons", "low", "1")];
  const rows = prepareGroupRows(
    answer(
      { groupBy: "workflow", thenBy: "quality" },
      { groups, other: { groups: rest, totals: seriesTotals(), previous: null, points: [] } },
    ),
    new Map(),
  );
  expect(rows.map((row) => [row.label, cost(row), row.previous?.costNanoUsd])).toEqual([
    ["heroes", 14n, "3"],
    ["avatars", 7n, "1"],
    ["icons", 1n, "1"],
  ]);
  expect(rows[0]?.rows.map((row) => [row.label, cost(row), row.filter])).toEqual([
    ["low", 9n, { workflow: "heroes", quality: "low" }],
    ["Other (2)", 5n, null],
  ]);
  for (const row of rows) expect(row.rows.reduce((sum, each) => sum + cost(each), 0n)).toBe(cost(row));
  expect(visibleRows(rows, new Set()).map(({ row }) => row.label)).toEqual([
    "heroes",
    "low",
    "Other (2)",
    "avatars",
    "low",
    "icons",
  ]);
});
