import { expect, test } from "vitest";
import { RequestError } from "@/lib/server/http/request-error";
import { limitIngest } from "./ingest-limit";

const AT = Date.UTC(2026, 10, 23);

test("a key may log twenty thousand times at once and two thousand times a second, each key for itself", () => {
  const now = new Date(AT);
  for (let request = 0; request < 20_000; request++) limitIngest("key_busy", now);
  expect(waitOf(now)).toBe("1");
  limitIngest("key_calm", now);

  const later = new Date(AT + 500);
  for (let request = 0; request < 1000; request++) limitIngest("key_busy", later);
  expect(waitOf(later)).toBe("1");
});

/** What the refusal says to wait. */
function waitOf(now: Date): string | undefined {
  try {
    limitIngest("key_busy", now);
  } catch (error) {
    if (error instanceof RequestError && error.code === "too_many_requests")
      return error.headers["Retry-After"];
    throw error;
  }
  return undefined;
}
