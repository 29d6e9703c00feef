import type { ApiKey } from "@/lib/contracts/settings";

export type KeyState = "active" | "expired" | "revoked";

export function keyState(key: Pick<ApiKey, "expiresAt" | "revokedAt">, nowMs: number): KeyState {
  if (key.revokedAt !== null) return "revoked";
  return key.expiresAt !== null && Date.parse(key.expiresAt) <= nowMs ? "expired" : "active";
}
