import { expect, test } from "vitest";
import { z } from "zod";
import { fieldErrors } from "./field-errors";

const schema = z.strictObject({
  name: z.string(),
  stage: z.union([z.enum(["pilot", "production"]), z.literal("none")]).optional(),
  mix: z.array(z.strictObject({ share: z.number().max(100, "At most 100") })),
  shape: z.union([z.strictObject({ size: z.string() }), z.string()]).optional(),
  tags: z.record(z.string().max(3, "At most 3 characters"), z.string()).optional(),
});

function paths(value: unknown): string[] {
  const { error } = schema.safeParse(value);
  return error ? fieldErrors(error).map(({ path }) => path) : [];
}

test("each wrong field is named by its dotted path", () => {
  expect(paths({ name: 1, mix: [{ share: 5 }, { share: 101 }, { share: "x" }] })).toEqual([
    "name",
    "mix.1.share",
    "mix.2.share",
  ]);
});

test("each unknown field is named, at any depth", () => {
  expect(paths({ name: "a", mix: [{ share: 1, colour: "red" }], one: 1, two: 2 })).toEqual([
    "mix.0.colour",
    "one",
    "two",
  ]);
});

test("a value of the wrong kind altogether has the empty path", () => {
  expect(paths([])).toEqual([""]);
});

test("of several shapes, the problems of the closest one are named", () => {
  expect(paths({ name: "a", mix: [], shape: { size: 3 } })).toEqual(["shape.size"]);
  expect(paths({ name: "a", mix: [], stage: "prod" })).toEqual(["stage"]);
});

test("a bad name in a free-form object is named as that entry", () => {
  const { error } = schema.safeParse({ name: "a", mix: [], tags: { toolong: "x" } });
  expect(error && fieldErrors(error)).toEqual([{ path: "tags.toolong", message: "At most 3 characters" }]);
});
