import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AmountGroup, OTHER_KEY, prepareVisibleGroups } from "./visible-groups";

const group = (key: string, ...amountsNanoUsd: (string | null)[]): AmountGroup => ({
  key,
  label: key,
  amountsNanoUsd,
});

describe("the groups a chart shows apart", () => {
  test("are all of them while there are few", () => {
    const groups = ["a", "b", "c"].map((key) => group(key, "1"));
    expect(prepareVisibleGroups(groups, 2)).toEqual(groups);
  });

  test("are the dearest, with the rest summed as Other", () => {
    const groups = [
      group("a", "9", "9"),
      group("b", "5", null),
      group("c", "3", null),
      group("d", "1", null),
    ];
    expect(prepareVisibleGroups(groups, 2)).toEqual([
      groups[0],
      groups[1],
      { key: OTHER_KEY, label: "Other (2)", amountsNanoUsd: ["4", null] },
    ]);
  });

  test("lose nothing", () => {
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 18n }), { minLength: 0, maxLength: 40 });
    fc.assert(
      fc.property(amounts, (values) => {
        const groups = values.map((value, index) => group(`g${index}`, value.toString()));
        const visible = prepareVisibleGroups(groups);
        const sum = visible.reduce((all, { amountsNanoUsd }) => all + BigInt(amountsNanoUsd[0] ?? 0), 0n);
        expect(sum).toBe(values.reduce((all, value) => all + value, 0n));
        expect(visible.length).toBeLessThanOrEqual(10);
      }),
    );
  });
});
