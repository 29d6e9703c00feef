import { describe, expect, test } from "vitest";
import { scenarioDriversSchema } from "@/lib/contracts/scenarios";
import { changeText, type NumericDriver, NUMERIC_DRIVERS } from "./numeric-drivers";
import { drivers } from "./testing/drivers";

const ALL: [string, NumericDriver][] = Object.entries(NUMERIC_DRIVERS);
const grown = drivers({ growth: { kind: "linear", percentPerMonth: 1 } });

describe.each(ALL)("the driver %s", (_, spec) => {
  test("reads what it wrote, and its limits are those of the contract", () => {
    for (const value of [spec.min, spec.max]) {
      const written = spec.write(grown, value);
      expect(spec.read(written)).toBe(value);
      expect(scenarioDriversSchema.safeParse(written).success).toBe(true);
    }
    const beyond = spec.write(grown, spec.max + spec.step);
    expect(scenarioDriversSchema.safeParse(beyond).success).toBe(false);
  });

  test("has a slider inside its limits", () => {
    expect(spec.slider.min).toBeGreaterThanOrEqual(spec.min);
    expect(spec.slider.max).toBeLessThanOrEqual(spec.max);
  });
});

test("growth of no kind stays so, whatever number is set", () => {
  expect(NUMERIC_DRIVERS.growth.write(drivers(), 5).growth).toEqual({ kind: "none" });
});

test("a change is said with its sign, and none at all not", () => {
  expect(changeText(1200, 1000)).toBe("+200");
  expect(changeText(3.1, 4)).toBe("−0.9");
  expect(changeText(0.3, 0.1 + 0.2)).toBeNull();
});
