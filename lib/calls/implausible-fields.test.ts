import { expect, it } from "vitest";
import { implausibleFields } from "./implausible-fields";
import { normaliseCall } from "./normalise-call";

const NOW = Date.UTC(2026, 10, 23, 12);
const stated = { id: "a", occurredAt: "2026-11-03T10:22:41Z", model: "gpt-image-2" };

it.each([
  [{}, []],
  [{ occurredAt: "2020-01-01T00:00:00Z" }, []],
  [{ occurredAt: "2019-12-31T23:59:59.999Z" }, ["occurredAt"]],
  [{ occurredAt: "2026-11-24T12:00:00Z" }, []],
  [{ occurredAt: "2026-11-24T12:00:00.001Z" }, ["occurredAt"]],
  [{ n: 2, imagesReturned: 3 }, ["imagesReturned"]],
  [{ n: 2, imagesReturned: 1, imagesAccepted: 2 }, ["imagesAccepted"]],
  [{ outcome: "failed", imagesAccepted: 1 }, ["imagesAccepted"]],
  [{ retryOf: "a" }, ["retryOf"]],
  [{ size: "1000x1000" }, []],
] as const)("%j", (rest, paths) => {
  expect(implausibleFields(normaliseCall({ ...stated, ...rest }), NOW).map(({ path }) => path)).toEqual(
    paths,
  );
});
