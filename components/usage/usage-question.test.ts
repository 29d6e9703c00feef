import { expect, test } from "vitest";
import { loadUsageSearch } from "@/lib/client/usage-search";
import { askedUsage } from "./usage-question";

const days = { today: "2026-11-23", firstDate: "2026-01-10", lastDate: "2026-11-22" };
const asked = (address: string) => askedUsage(loadUsageSearch(new URLSearchParams(address)), days);

test("a bare address asks for the last thirty days by workflow", () => {
  expect(asked("").question).toEqual({
    from: "2026-10-25",
    to: "2026-11-23",
    interval: "day",
    top: 9,
    groupBy: "workflow",
  });
});

test("the list and the sums are asked for the same calls", () => {
  const { filter, question } = asked("range=all&workflow=heroes&stage=none&costBasis=unpriced&groupBy=none");
  expect(filter).toEqual({
    from: "2026-01-10",
    to: "2026-11-23",
    workflow: "heroes",
    stage: "none",
    costBasis: "unpriced",
  });
  expect(question).toEqual({ ...filter, interval: "month", top: 9 });
});

test("a tag filters and groups under names of its own", () => {
  const { filter, question } = asked("tag=team:!growth,none&groupBy=tag:team&thenBy=model");
  expect(filter.tag).toBe("team:!growth,none");
  expect(question).toMatchObject({ tag: "team:!growth,none", groupBy: "tag:team", thenBy: "model" });
  expect(asked("tag=team&groupBy=tag:&thenBy=tag:").question).toEqual(asked("").question);
});

test("what an address says that means nothing counts as not said", () => {
  expect(asked("range=ages&stage=final&from=2026-02-30&groupBy=mood").question).toEqual(asked("").question);
});
