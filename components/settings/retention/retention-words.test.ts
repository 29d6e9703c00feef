import { expect, test } from "vitest";
import type { CallDrop, Retention, RetentionPreview } from "@/lib/contracts/retention";
import { consequences, droppedWords, dropSentence, followingWords, keptWords } from "./retention-words";

const drop: CallDrop = {
  id: "drop_1",
  status: "running",
  isAutomatic: false,
  from: "2025-01-01",
  through: "2025-11-27",
  calls: 4200,
  costNanoUsd: "1",
  callsDropped: 1000,
  doneThrough: "2025-03-31",
  failure: null,
  startedBy: "Ada",
  startedAt: "2026-11-28T12:00:00Z",
  finishedAt: null,
};
const retention: Retention = {
  keptMonths: 12,
  keptFrom: "2025-11-28",
  firstDate: "2025-11-30",
  calls: 1,
  callsDropped: 4200,
  drop,
};

test("says what is kept, what was dropped and what follows", () => {
  expect(keptWords(retention)).toBe("1 call since 30 Nov 2025");
  expect(keptWords({ ...retention, calls: 0, firstDate: null })).toBe("None");
  expect(droppedWords(retention)).toBe("4,200 calls");
  const ended = { ...drop, finishedAt: "2026-11-28T12:01:00Z" };
  expect(droppedWords({ ...retention, drop: ended })).toBe("4,200 calls, through 27 Nov 2025");
  expect(droppedWords({ ...retention, callsDropped: 0 })).toBe("None");
  expect(followingWords(retention)).toBe("Go once they are 12 months old");
  expect(followingWords({ ...retention, keptMonths: null })).toBe("Stay until somebody drops them");
});

test.each([
  [{}, "1,000 of 4,200 calls dropped"],
  [{ status: "stopping" }, "1,000 of 4,200 calls dropped. It ends with the day at hand"],
  [{ status: "stopped" }, "Stopped with 1,000 of 4,200 calls dropped, 1 Jan – 31 Mar 2025"],
  [{ status: "stopped", doneThrough: null }, "Stopped before a call was dropped"],
  [{ status: "done", callsDropped: 4200 }, "4,200 calls of 1 Jan – 27 Nov 2025 dropped"],
  [{ status: "done", callsDropped: 1, isAutomatic: true }, "1 call of 1 Jan – 27 Nov 2025 followed"],
] as const)("says how a dropping stands: %o", (changes, sentence) => {
  expect(dropSentence({ ...drop, ...changes })).toBe(sentence);
});

test("names what cannot be done afterwards, and no more than applies", () => {
  const preview: RetentionPreview = {
    keptMonths: 12,
    keptFrom: "2025-11-28",
    from: "2025-01-01",
    through: "2025-11-27",
    days: 300,
    calls: 4200,
    costNanoUsd: "1",
    unpricedCalls: 2,
    openMonths: ["2025-10", "2025-11"],
  };
  expect(consequences(preview, "Europe/Berlin")).toEqual([
    "They cannot be listed, opened, taken back with their import or priced anew. 2 of these months are not closed, the first is October 2025.",
    "2 calls without a price stay so for good.",
    "Calls that are logged later for a day before 28 Nov 2025 are refused: they could count twice.",
    "The time zone stays Europe/Berlin.",
  ]);
  expect(consequences({ ...preview, unpricedCalls: 0, openMonths: [] }, "UTC")[0]).toBe(
    "They cannot be listed, opened, taken back with their import or priced anew.",
  );
});
