import { describe, expect, it } from "vitest";
import { canonicalCall } from "./canonical-call";

const call = {
  id: "a",
  occurredAt: "2026-11-03T10:22:41Z",
  model: "m",
  tags: { b: "2", a: "1" },
  usage: { output_tokens: 1 },
};

describe("canonicalCall", () => {
  it("is one text for one call, whatever the order of fields, the nulls and the way the time is written", () => {
    expect(canonicalCall(call)).toBe(
      '{"id":"a","model":"m","occurredAt":"2026-11-03T10:22:41.000Z","tags":{"a":"1","b":"2"},"usage":{"output_tokens":1}}',
    );
    const same = {
      usage: { output_tokens: 1, input_tokens_details: null },
      tags: { a: "1", b: "2" },
      model: "m",
      size: null,
      occurredAt: "2026-11-03T12:22:41.000+02:00",
      id: "a",
    };
    expect(canonicalCall(same)).toBe(canonicalCall(call));
  });

  it("tells calls apart that differ in anything that was stated", () => {
    for (const other of [
      { n: 1 },
      { tags: {} },
      { tags: { a: "1" } },
      { billed: false },
      { returnedSize: "1024x1024" },
      { returnedQuality: "high" },
      { outputFormat: "webp" },
      { inputImages: 0 },
      { partialImages: 0 },
      { usage: { output_tokens: 2 } },
    ]) {
      expect(canonicalCall({ ...call, ...other })).not.toBe(canonicalCall(call));
    }
  });

  it("keeps a tag whatever its name", () => {
    const tags = JSON.parse('{"__proto__":"x"}') as Record<string, string>;
    expect(canonicalCall({ ...call, tags })).toContain('"tags":{"__proto__":"x"}');
  });
});
