import { beforeAll, describe, expect, it } from "vitest";
import { callSchema } from "@/lib/contracts/calls";
import { localDate } from "@/lib/time/zone";
import { generateCalls } from "./generate-calls";
import { northlightStudio } from "./worlds/northlight-studio";

// One workflow is enough to see how calls are made.
const world = {
  ...northlightStudio,
  workflows: northlightStudio.workflows.filter(({ slug }) => slug === "landing-heroes"),
};
const generate = (now: string) => [...generateCalls(world, new Date(now))].flat();

describe("generateCalls", () => {
  const now = "2026-11-23T13:05:00Z";
  let calls: ReturnType<typeof generate>;

  beforeAll(() => {
    calls = generate(now);
  });

  it("makes valid calls with ids of their own, none after now", () => {
    expect(new Set(calls.map(({ id }) => id)).size).toBe(calls.length);
    expect(calls.every((call) => Date.parse(call.occurredAt) <= Date.parse(now))).toBe(true);
    const refused = calls.filter(
      (_, index) => index % 50 === 0 && !callSchema.safeParse(calls[index]).success,
    );
    expect(refused).toEqual([]);
  });

  it("adds later calls to the same ones when it is asked later in the month", () => {
    const later = new Map(generate("2026-11-30T22:00:00Z").map((call) => [call.id, call]));
    const sample = calls.filter((_, index) => index % 20 === 0);
    expect(sample).toEqual(sample.map(({ id }) => later.get(id)));
    expect(later.size).toBeGreaterThan(calls.length);
  });

  it("asks for fewer landing pages on a weekend day than on a weekday", () => {
    const perDay = new Map<string, number>();
    for (const { occurredAt } of calls) {
      const date = localDate(Date.parse(occurredAt), world.timeZone);
      perDay.set(date, (perDay.get(date) ?? 0) + 1);
    }
    // 2026-10-05 is a Monday.
    const week = ["05", "06", "07", "08", "09", "10", "11"].map((day) => perDay.get(`2026-10-${day}`) ?? 0);
    const [saturday = 0, sunday = 0] = week.slice(5);
    expect(Math.max(saturday, sunday)).toBeLessThan(Math.min(...week.slice(0, 5)));
  });

  it("uses gpt-image-2 only once it exists", () => {
    const first = calls.find(({ model }) => model === "gpt-image-2");
    expect(first && localDate(Date.parse(first.occurredAt), world.timeZone)).toBe("2026-05-01");
  });
});
