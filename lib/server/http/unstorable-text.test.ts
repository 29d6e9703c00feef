import { expect, test } from "vitest";
import { unstorableText } from "./unstorable-text";

const paths = (value: unknown) => unstorableText(value).map(({ path }) => path);

test("ordinary values, emoji among them, can be stored", () => {
  expect(paths({ a: "Grüße 🎉", b: [1, null, true, { c: "" }] })).toEqual([]);
});

test("NUL and half a surrogate pair are found wherever they are", () => {
  expect(paths("a\u0000")).toEqual([""]);
  expect(paths({ a: { b: ["ok", "\ud83c"] } })).toEqual(["a.b.1"]);
  expect(paths({ a: { "\u0000": 1 } })).toEqual(["a"]);
});

test("half a million brackets neither crash nor pass", () => {
  const nested: unknown = JSON.parse("[".repeat(500_000) + "]".repeat(500_000));
  expect(unstorableText(nested).map(({ message }) => message)).toEqual(["This is nested too deeply"]);
});
