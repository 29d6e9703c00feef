import { describe, expect, it } from "vitest";
import { passwordStrength } from "./password-strength";

describe("passwordStrength", () => {
  it.each([
    ["hunter2", "short"],
    ["aaaaaaaaaaaaaaaa", "weak"],
    ["123456789012", "weak"],
    ["qwqwqwqwqwqwqw", "weak"],
    ["river-table-9", "fair"],
    ["correct horse battery staple", "strong"],
  ])("%s is %s", (password, strength) => {
    expect(passwordStrength(password)).toBe(strength);
  });

  it("counts the person's own words for nothing", () => {
    expect(passwordStrength("northlight-ada-1")).toBe("strong");
    expect(passwordStrength("northlight-ada-1", ["Ada", "Northlight Studio"])).toBe("weak");
  });
});
