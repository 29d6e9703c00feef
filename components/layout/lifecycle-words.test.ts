import { expect, it } from "vitest";
import { daysLeftText, endingSentence } from "./lifecycle-words";

it("counts the days to both sides of the end", () => {
  expect(daysLeftText(8)).toBe("8 days left");
  expect(daysLeftText(1)).toBe("1 day left");
  expect(daysLeftText(0)).toBe("ends today");
  expect(daysLeftText(-31)).toBe("ended 31 days ago");
});

it("says what the end of a model means here", () => {
  const ending = {
    model: "gpt-image-1.5",
    provider: "openai",
    shutdownOn: "2026-12-01",
    daysLeft: 8,
    scenarios: [{ monthsBeyond: 3 }, { monthsBeyond: 0 }],
    traffic: { calls: 1200 },
  };
  expect(endingSentence(ending)).toBe(
    "gpt-image-1.5 at openai shuts down on 1 Dec 2026 (8 days left): 1,200 calls in the last 30 days, 1 scenario planned beyond.",
  );
  expect(endingSentence({ ...ending, daysLeft: -1, scenarios: [], traffic: { calls: 0 } })).toBe(
    "gpt-image-1.5 at openai was shut down on 1 Dec 2026 (ended 1 day ago).",
  );
});
