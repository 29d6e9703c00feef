import "server-only";
import { hash } from "node:crypto";
import type { BillingRule } from "@/lib/calls";

/**
 * Changes with what a release itself decides calls by: the default billing rules, in their order, and the rules of
 * pricing. Prices are not among it: those that ship with a release are stored, and counted in where they are.
 */
export function releaseFingerprint(defaults: readonly BillingRule[], engineVersion: string): string {
  return hash("sha256", JSON.stringify([defaults, engineVersion]), "base64url");
}
