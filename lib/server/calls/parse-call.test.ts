import fc from "fast-check";
import { expect, it } from "vitest";
import { callSchema } from "@/lib/contracts/calls";
import { parseCall } from "./parse-call";

const GOOD = {
  id: "a1",
  occurredAt: "2026-11-03T10:00:00Z",
  model: " gpt-image-2 ",
  n: 2,
  size: "1024x1024",
  quality: "high",
  batch: false,
  workflow: null,
  usage: { input_tokens: 26, output_tokens: 7024 },
  tags: { team: "growth" },
};

/** Some fields of a call, each with a value that is right, wrong, of another kind, missing, or one of JavaScript's own. */
const anyValue = fc.oneof(
  fc.constantFrom(...Object.values(GOOD)),
  fc.constantFrom(undefined, null, "", " ", "auto", -0, 0, 1.5, Number.NaN, 1e9, true, [], {}, "2026-11-03"),
  fc.constantFrom(
    "2026-02-29T10:00:00Z",
    "2026-11-03T10:00:00.123+05:45",
    "a b",
    "a".repeat(100),
    "a".repeat(101),
  ),
  fc.integer({ min: -1, max: 101 }),
  fc.record(
    {
      input_tokens: fc.integer({ min: -1 }),
      input_tokens_details: fc.constantFrom(null, {}, { text_tokens: 1 }, { x: 1 }),
    },
    { requiredKeys: [] },
  ),
  fc.jsonValue(),
);
const anyField = fc.oneof(
  { arbitrary: fc.constantFrom(...Object.keys(callSchema.shape)), weight: 10 },
  { arbitrary: fc.constantFrom("constructor", "toString", "unknown", ""), weight: 1 },
);
const anyItem = fc.oneof(
  fc.tuple(fc.dictionary(anyField, anyValue, { maxKeys: 3 })).map(([change]) => ({ ...GOOD, ...change })),
  fc.dictionary(anyField, anyValue),
  fc.anything(),
);

it("takes and makes of an item what the whole schema does", () => {
  fc.assert(
    fc.property(anyItem, (item) => {
      const whole = callSchema.safeParse(item);
      const call = parseCall(item);
      expect(call !== null).toBe(whole.success);
      // Whether a field that says nothing is named or not makes no difference to anybody.
      if (whole.success) expect(JSON.stringify(sorted(call))).toBe(JSON.stringify(sorted(whole.data)));
    }),
    { numRuns: 3000 },
  );
});

it("gives the same again from what it remembers", () => {
  expect(parseCall(GOOD)).toEqual({ ...GOOD, model: "gpt-image-2" });
  expect(parseCall(GOOD)).toEqual({ ...GOOD, model: "gpt-image-2" });
});

function sorted(value: object | null): object {
  return Object.fromEntries(Object.entries(value ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
}
