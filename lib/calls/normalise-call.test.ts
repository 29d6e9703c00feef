import { describe, expect, it } from "vitest";
import { normaliseCall, type StatedCall } from "./normalise-call";

const stated: StatedCall = { id: "a", occurredAt: "2026-11-03T10:22:41.120+05:45", model: "gpt-image-2" };

describe("normaliseCall", () => {
  it("settles everything that a log may leave open", () => {
    expect(normaliseCall(stated)).toEqual({
      id: "a",
      occurredAt: "2026-11-03T04:37:41.120Z",
      occurredAtMs: Date.UTC(2026, 10, 3, 4, 37, 41, 120),
      on: "2026-11-03",
      model: "gpt-image-2",
      workflow: null,
      stage: null,
      purpose: "customer",
      provider: "openai",
      operation: "generation",
      n: 1,
      size: null,
      quality: null,
      returnedSize: null,
      returnedQuality: null,
      outputFormat: null,
      inputImages: null,
      partialImages: null,
      batch: false,
      outcome: "succeeded",
      billed: null,
      httpStatus: null,
      errorCode: null,
      imagesReturned: 1,
      imagesAccepted: null,
      retryOf: null,
      latencyMs: null,
      usage: null,
      chargedNanoUsd: null,
      promptHash: null,
      tags: {},
    });
  });

  it("takes null for left out", () => {
    const nulls = { n: null, outcome: null, billed: null, provider: null, tags: null, usage: null };
    expect(normaliseCall({ ...stated, ...nulls })).toEqual(normaliseCall(stated));
  });

  it.each([
    [{ httpStatus: 400 }, "failed"],
    [{ httpStatus: 200 }, "succeeded"],
    [{ errorCode: "moderation_blocked" }, "failed"],
    [{ errorCode: "" }, "succeeded"],
    [{ httpStatus: 500, outcome: "timed_out" }, "timed_out"],
  ] as const)("finds the outcome of %j", (rest, outcome) => {
    expect(normaliseCall({ ...stated, ...rest }).outcome).toBe(outcome);
  });

  it("takes a success to have returned what was asked for, and anything else nothing", () => {
    expect(normaliseCall({ ...stated, n: 4 }).imagesReturned).toBe(4);
    expect(normaliseCall({ ...stated, n: 4, imagesReturned: 3 }).imagesReturned).toBe(3);
    expect(normaliseCall({ ...stated, n: 4, outcome: "unknown" }).imagesReturned).toBe(0);
    expect(normaliseCall({ ...stated, n: 4, outcome: "failed", imagesReturned: 2 }).imagesReturned).toBe(2);
  });

  it("keeps what was stated about billing, and decides nothing about it", () => {
    expect(normaliseCall({ ...stated, billed: false }).billed).toBe(false);
    expect(normaliseCall({ ...stated, outcome: "failed", billed: true }).billed).toBe(true);
    expect(normaliseCall(stated).billed).toBeNull();
  });
});
