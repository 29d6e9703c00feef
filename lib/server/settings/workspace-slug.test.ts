import fc from "fast-check";
import { expect, test } from "vitest";
import { slugOf } from "./workspace-slug";

test.each([
  ["Northlight Studio", "northlight-studio"],
  ["Crème & Co.", "creme-co"],
  ["  --A__B--  ", "a-b"],
  ["東京チーム", "workspace"],
  ["Team 7", "team-7"],
  [`${"a".repeat(39)} b`, "a".repeat(39)],
])("%j becomes %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test("whatever the name, the slug can stand in an address", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugOf(name))),
  );
});
