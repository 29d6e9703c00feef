import { expect, test } from "vitest";
import { TokenBucket } from "./token-bucket";

const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1000);

test("a burst, then one at each interval", () => {
  const bucket = new TokenBucket(2, 10_000);
  expect([bucket.take("a", at(0)), bucket.take("a", at(0)), bucket.take("a", at(0))]).toEqual([0, 0, 10]);
  expect(bucket.take("a", at(4))).toBe(6);
  expect(bucket.take("a", at(10))).toBe(0);
  expect(bucket.take("a", at(10))).toBe(10);
});

test("keys do not share, and a long pause saves up no more than the burst", () => {
  const bucket = new TokenBucket(1, 1000);
  expect([bucket.take("a", at(0)), bucket.take("b", at(0))]).toEqual([0, 0]);
  expect([bucket.take("a", at(3600)), bucket.take("a", at(3600))]).toEqual([0, 1]);
});

test("what is given back can be taken again", () => {
  const bucket = new TokenBucket(1, 60_000);
  bucket.take("a", at(0));
  bucket.giveBack("a");
  expect([bucket.take("a", at(0)), bucket.take("a", at(0))]).toEqual([0, 60]);
});

test("a clock that jumps back takes nothing away", () => {
  const bucket = new TokenBucket(2, 1000);
  bucket.take("a", at(100));
  expect(bucket.take("a", at(0))).toBe(0);
});
