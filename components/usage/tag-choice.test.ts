import { expect, test } from "vitest";
import type { FilterValues } from "@/lib/contracts/usage";
import { tagChoices } from "./tag-choice";

const tag = (key: string) => ({ key, values: [], isFull: false, countedFrom: null, isCounting: false });
const values = { tags: [tag("team"), tag("channel")] } as unknown as FilterValues;

test("beside one tag no other is offered", () => {
  const offered = (asked: Parameters<typeof tagChoices>[1]) =>
    tagChoices(values, asked).flatMap(({ dimension, isOffered }) => (isOffered ? dimension : []));
  expect(offered({ groupBy: "model" })).toEqual(["tag:team", "tag:channel"]);
  expect(offered({ tag: "team:growth" })).toEqual(["tag:team"]);
  expect(offered({ groupBy: "model", thenBy: "tag:channel" })).toEqual(["tag:channel"]);
  expect(offered({ tag: "team:growth", groupBy: "tag:channel" })).toEqual([]);
});
