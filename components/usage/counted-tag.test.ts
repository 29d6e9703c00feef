import { expect, test } from "vitest";
import type { FilterValues } from "@/lib/contracts/usage";
import { countedNote, countedSpan, countedTag } from "./counted-tag";

const team = {
  key: "team",
  values: [],
  isFull: false,
  countedFrom: "2026-11-03",
  isCounting: true,
};
const values = { tags: [team] } as unknown as FilterValues;

test("only a question about the tag is cut to the days that are counted", () => {
  expect(countedTag(values, { groupBy: "tag:team" })).toBe(team);
  expect(countedTag(values, { groupBy: "model", tag: "team:growth" })).toBe(team);
  expect(countedTag(values, { groupBy: "model" })).toBeNull();
  expect(countedSpan("2026-10-01", team)).toBe("2026-11-03");
  expect(countedSpan("2026-11-05", team)).toBe("2026-11-05");
  expect(countedSpan("2026-10-01", { ...team, countedFrom: null })).toBe("2026-10-01");
  expect(countedSpan("2026-10-01", null)).toBe("2026-10-01");
});

test("says how far it is counted, and whether more will follow", () => {
  expect(countedNote(team)).toBe("tag team is counted back to 3 Nov 2026, earlier days follow");
  expect(countedNote({ ...team, isCounting: false })).toBe("tag team is counted from 3 Nov 2026 on");
});
