import { expect, test } from "vitest";
import { linePath } from "./line-path";

test("a line is drawn from point to point and interrupted where one is missing", () => {
  expect(linePath([{ x: 0, y: 5 }, { x: 1, y: 6 }, null, { x: 3, y: 7 }])).toBe("M0 5L1 6M3 7");
  expect(linePath([null])).toBe("");
});
