import { describe, expect, test } from "vitest";
import { parseStoredDraft } from "./stored-draft";
import { drivers } from "./testing/drivers";

const kept = {
  savedAt: 1_790_000_000_000,
  revision: 4,
  draft: { name: "A", purpose: { mustProve: "", criteria: [] }, drivers: drivers() },
};

describe("a draft that an earlier visit left", () => {
  test("comes back as it was, unfinished or not", () => {
    const mix = [{ size: "19", quality: "high", sharePercent: 40 }];
    const unfinished = { ...kept, draft: { ...kept.draft, drivers: drivers({ mix }) } };
    expect(parseStoredDraft(JSON.stringify(kept))).toEqual(kept);
    expect(parseStoredDraft(JSON.stringify(unfinished))).toEqual(unfinished);
  });

  test("of another form, or no draft at all, is none", () => {
    expect(parseStoredDraft(null)).toBeNull();
    expect(parseStoredDraft("{")).toBeNull();
    expect(parseStoredDraft(JSON.stringify({ ...kept, draft: { name: "A" } }))).toBeNull();
  });
});
