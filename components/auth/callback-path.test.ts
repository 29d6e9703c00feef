import { describe, expect, it } from "vitest";
import { callbackPath } from "./callback-path";

describe("callbackPath", () => {
  it("keeps a path of this site", () => {
    expect(callbackPath("/w/demo/usage?stage=pilot#top")).toBe("/w/demo/usage?stage=pilot#top");
  });

  it.each([
    null,
    undefined,
    "",
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\t//evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/..//evil.example",
    "/.//evil.example",
    "/%2e//evil.example",
  ])("sends %j to the front page", (url) => {
    expect(callbackPath(url)).toBe("/");
  });
});
