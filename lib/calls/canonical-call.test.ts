import fc from "fast-check";
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

  it("is the JSON of its sorted fields, whatever their texts are", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.constantFrom("1", "01", "10", "9"));
    const count = fc.oneof(fc.nat(), fc.constantFrom(null, undefined, -0));
    const anyCall = fc.record(
      {
        workflow: fc.option(text),
        errorCode: text,
        n: count,
        batch: fc.boolean(),
        usage: fc.record(
          {
            output_tokens: count,
            input_tokens: count,
            input_tokens_details: fc.record({ text_tokens: count }),
          },
          { requiredKeys: [] },
        ),
        tags: fc.dictionary(text, text),
      },
      { requiredKeys: [] },
    );
    const occurredAt = fc
      .tuple(fc.date({ min: new Date(0), max: new Date("9999-01-01"), noInvalidDate: true }), fc.boolean())
      .map(([at, isOwn]) => (isOwn ? at.toISOString() : at.toISOString().replace("Z", "+00:00")));
    fc.assert(
      fc.property(anyCall, occurredAt, (rest, at) => {
        const stated = { id: "a", model: "m", ...rest, occurredAt: at };
        const inUtc = { ...stated, occurredAt: new Date(at).toISOString() };
        expect(canonicalCall(stated)).toBe(JSON.stringify(sortedByJavaScript(inUtc)));
      }),
    );
  });
});

function sortedByJavaScript(value: object): object {
  const kept = Object.entries(value).flatMap(([key, member]: [string, unknown]): [string, unknown][] => {
    if (member === null || member === undefined) return [];
    return [[key, typeof member === "object" ? sortedByJavaScript(member) : member]];
  });
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}
