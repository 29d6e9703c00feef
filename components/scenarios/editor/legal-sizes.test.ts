import { expect, test } from "vitest";
import { legalSizes } from "./legal-sizes";

test("a model of fixed sizes is offered those, and another one more", () => {
  expect(legalSizes("gpt-image-1")).toEqual(["1024x1024", "1536x1024", "1024x1536"]);
  expect(legalSizes("gpt-image-2")).toContain("3840x2160");
});
