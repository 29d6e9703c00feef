import { expect, test } from "vitest";
import { limitIngest } from "./ingest-limit";

const AT = Date.UTC(2026, 10, 23);

test("a key may log twenty thousand times at once and two thousand times a second, each key for itself", () => {
  const now = new Date(AT);
  for (let request = 0; request < 20_000; request++) limitIngest("key_busy", now);
  const refused = expect.objectContaining({ code: "too_many_requests", headers: { "Retry-After": "1" } });
  expect(() => limitIngest("key_busy", now)).toThrow(refused as Error);
  limitIngest("key_calm", now);

  const later = new Date(AT + 500);
  for (let request = 0; request < 1000; request++) limitIngest("key_busy", later);
  expect(() => limitIngest("key_busy", later)).toThrow(refused as Error);
});
