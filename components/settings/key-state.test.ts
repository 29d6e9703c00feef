import { describe, expect, it } from "vitest";
import { keyState } from "./key-state";

const NOW = Date.parse("2026-11-23T12:00:00Z");

describe("keyState", () => {
  it("ends at the very moment of expiry", () => {
    expect(keyState({ expiresAt: "2026-11-23T12:00:01Z", revokedAt: null }, NOW)).toBe("active");
    expect(keyState({ expiresAt: "2026-11-23T12:00:00Z", revokedAt: null }, NOW)).toBe("expired");
  });

  it("never expires without a date", () => {
    expect(keyState({ expiresAt: null, revokedAt: null }, NOW)).toBe("active");
  });

  it("calls a revoked key revoked, expired or not", () => {
    expect(keyState({ expiresAt: "2026-01-01T00:00:00Z", revokedAt: "2026-01-02T00:00:00Z" }, NOW)).toBe(
      "revoked",
    );
  });
});
