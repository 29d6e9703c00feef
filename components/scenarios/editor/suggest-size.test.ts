import { describe, expect, test } from "vitest";
import { legalSizes, readSize, suggestSize } from "./suggest-size";

describe("help with sizes", () => {
  test("full HD has no legal height, and the next one is a step of 16 further", () => {
    expect(suggestSize("gpt-image-2", "1920x1080")).toBe("1920x1088");
    expect(suggestSize("gpt-image-2", "1920 × 1080")).toBe("1920x1088");
  });

  test("says nothing about a legal size or half a one", () => {
    expect(suggestSize("gpt-image-2", "1024x1024")).toBeNull();
    expect(suggestSize("gpt-image-2", "1024x")).toBeNull();
  });

  test("a model of fixed sizes gets the one of the nearest shape", () => {
    expect(suggestSize("gpt-image-1", "1920x1088")).toBe("1536x1024");
    expect(suggestSize("gpt-image-1", "600x900")).toBe("1024x1536");
    expect(legalSizes("gpt-image-1")).toEqual(["1024x1024", "1536x1024", "1024x1536"]);
  });

  test("reads what people type", () => {
    expect(readSize(" 1024 X 1024 ")).toBe("1024x1024");
  });
});
