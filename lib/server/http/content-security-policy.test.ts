import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EMPTY_STYLE_HASH, SONNER_STYLE_HASH, contentSecurityPolicy } from "./content-security-policy";

test("production runs only what carries the nonce, and is in nobody's frame", () => {
  const policy = contentSecurityPolicy("abc", { isDevelopment: false });
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe-eval");
  expect(policy.match(/[\w-]+ [^;]*'unsafe-inline'/g)).toEqual(["style-src-attr 'unsafe-inline'"]);
});

test("the allowed style element is the one that the notifications package ships", () => {
  const source = readFileSync("node_modules/sonner/dist/index.mjs", "utf8");
  const [, literal = ""] = /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(source) ?? [];
  const css = JSON.parse(literal) as string;
  expect(SONNER_STYLE_HASH).toBe(`sha256-${createHash("sha256").update(css).digest("base64")}`);
});

test("the other allowed style element has nothing in it", () => {
  expect(EMPTY_STYLE_HASH).toBe(`sha256-${createHash("sha256").digest("base64")}`);
});
