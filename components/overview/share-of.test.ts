import { expect, test } from "vitest";
import { shareOf } from "./share-of";

test("a share is the part of the whole, also of amounts beyond exact numbers", () => {
  expect(shareOf("1", "4")).toBe(0.25);
  expect(shareOf("9000000000000000000", "9000000000000000000")).toBe(1);
});

test("nothing has no parts", () => {
  expect(shareOf("0", "0")).toBe(0);
});
