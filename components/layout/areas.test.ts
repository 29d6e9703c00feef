import { describe, expect, it } from "vitest";
import { AREAS, areaOf } from "./areas";

describe("areaOf", () => {
  it("finds the area of a page and of the pages below it", () => {
    expect(areaOf("demo", "/w/demo/scenarios")?.key).toBe("scenarios");
    expect(areaOf("demo", "/w/demo/scenarios/sc_1")?.key).toBe("scenarios");
    expect(areaOf("demo", "/w/demo/usage")?.key).toBe("usage");
    expect(areaOf("demo", "/w/demo/import")?.key).toBe("import");
  });

  it("knows no area elsewhere", () => {
    expect(areaOf("demo", "/w/other/usage")).toBeNull();
    expect(areaOf("demo", "/w/demo/usages")).toBeNull();
  });

  it("gives every area a shortcut of its own", () => {
    expect(new Set(AREAS.map((area) => area.shortcut)).size).toBe(AREAS.length);
  });
});
