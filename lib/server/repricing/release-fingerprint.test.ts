import { expect, it } from "vitest";
import { DEFAULT_BILLING_RULES } from "@/lib/calls";
import { releaseFingerprint } from "./release-fingerprint";

it("changes with every default rule, with their order, and with the rules of pricing", () => {
  const [first, ...others] = DEFAULT_BILLING_RULES;
  if (!first) throw new Error("There are no default rules");
  const seen = [
    releaseFingerprint(DEFAULT_BILLING_RULES, "1"),
    releaseFingerprint(DEFAULT_BILLING_RULES, "2"),
    releaseFingerprint(others, "1"),
    releaseFingerprint([...others, first], "1"),
    releaseFingerprint([{ ...first, verdict: "unknown" }, ...others], "1"),
    releaseFingerprint([{ ...first, httpStatusFrom: 418 }, ...others], "1"),
  ];
  expect(new Set(seen).size).toBe(seen.length);
  expect(releaseFingerprint([first, ...others], "1")).toBe(seen[0]);
});
