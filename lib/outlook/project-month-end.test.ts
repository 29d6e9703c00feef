import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nanoUsd, parseUsd } from "@/lib/money";
import { addDays, dateRange, lastDay, monthOf } from "@/lib/time";
import type { LoggedDay } from "./day-amount";
import { projectMonthEnd } from "./project-month-end";
import { spreadOverDays } from "./spread-over-days";

const daily = (from: string, to: string, usd: string, unpricedCalls = 0): LoggedDay[] =>
  dateRange(from, to).map((date) => ({ date, costNanoUsd: parseUsd(usd), unpricedCalls }));

const november = (usd: string) => spreadOverDays({ month: "2026-11", amountNanoUsd: parseUsd(usd) });

const expected = (input: Partial<Parameters<typeof projectMonthEnd>[0]>) =>
  projectMonthEnd({ month: "2026-11", today: "2026-11-23", dailyActuals: [], dailyForecast: null, ...input });

describe("projectMonthEnd, a month that is over", () => {
  it("is what was logged in it", () => {
    const outlook = expected({
      month: "2026-10",
      dailyActuals: [...daily("2026-09-20", "2026-10-31", "2"), ...daily("2026-11-01", "2026-11-22", "50")],
      dailyForecast: november("1"),
    });
    expect(outlook.expectedNanoUsd).toBe(parseUsd("62"));
    expect(outlook.method).toBe("closed");
    expect(outlook.explanation).toBe("October 2026 is over: $62.00 was logged.");
  });

  it("is nothing, and not zero, without a call", () => {
    const outlook = expected({ month: "2026-10", dailyActuals: daily("2026-11-01", "2026-11-22", "50") });
    expect(outlook).toEqual({
      expectedNanoUsd: null,
      method: "none",
      explanation: "No call was logged in October 2026.",
      days: [],
    });
  });
});

describe("projectMonthEnd, calls without a price", () => {
  it("are said, and in no amount", () => {
    const actuals = [
      ...daily("2026-11-01", "2026-11-21", "100"),
      ...daily("2026-11-22", "2026-11-22", "100", 3),
    ];
    const outlook = expected({ dailyActuals: actuals });
    expect(outlook.expectedNanoUsd).toBe(parseUsd("3000"));
    expect(outlook.explanation).toMatch(/\. 3 calls of the month have no price and are not counted\.$/);
  });

  it("make no pace of zero", () => {
    const unknown = daily("2026-11-01", "2026-11-22", "0", 2);
    expect(expected({ dailyActuals: unknown })).toMatchObject({
      expectedNanoUsd: null,
      method: "none",
      explanation:
        "There is no forecast, and the log has no recent full week to take a pace from. 44 calls of the month have no price and are not counted.",
    });
    // The forecast's 8 days to come, at $1 each.
    const outlook = expected({ dailyActuals: unknown, dailyForecast: november("30") });
    expect(outlook).toMatchObject({ expectedNanoUsd: parseUsd("8"), method: "forecast" });
    // Calls that are known to be free do make one.
    expect(expected({ dailyActuals: daily("2026-11-01", "2026-11-22", "0") })).toMatchObject({
      expectedNanoUsd: 0n,
      method: "run_rate",
    });
  });

  it("leave a month that is over without a cost, rather than with one of zero", () => {
    expect(
      expected({ month: "2026-10", dailyActuals: daily("2026-10-05", "2026-10-05", "0", 1) }),
    ).toMatchObject({
      expectedNanoUsd: null,
      method: "none",
      explanation:
        "October 2026 is over, and what it cost is not known. 1 call of the month has no price and is not counted.",
    });
  });
});

describe("projectMonthEnd, the open month at its recent pace", () => {
  it("goes on as the last two whole weeks went", () => {
    // 22 days at $100, of which the last 14 make the pace; 23 to 30 November are 8 days.
    const outlook = expected({ dailyActuals: daily("2026-11-01", "2026-11-22", "100") });
    expect(outlook.expectedNanoUsd).toBe(parseUsd("3000"));
    expect(outlook.method).toBe("run_rate");
    expect(outlook.explanation).toBe(
      "$2,200.00 logged to 22 Nov 2026, then $100.00 a day for the 8 days to 30 Nov 2026: the mean of the 14 days from 9 Nov 2026 to 22 Nov 2026.",
    );
  });

  it("counts quiet days of the window as the zeros that they are", () => {
    // Ten working days at $70 in 9–22 November: $50 a day. 1–22 November has 15 of them, $1,050; 8 × $50 more.
    const workdays = daily("2026-10-01", "2026-11-22", "70").filter(
      ({ date }) => ![0, 6].includes(new Date(date).getUTCDay()),
    );
    const logged = workdays.filter(({ date }) => date >= "2026-11-01");
    expect(logged).toHaveLength(15);
    // Monday has begun, so the weekend before it is known to be quiet.
    const outlook = expected({ dailyActuals: [...workdays, ...daily("2026-11-23", "2026-11-23", "1")] });
    expect(outlook.expectedNanoUsd).toBe(parseUsd("1450"));
  });

  it("takes today as incomplete, yet never below what it has cost already", () => {
    const actuals = daily("2026-11-01", "2026-11-22", "100");
    expect(
      expected({ dailyActuals: [...actuals, ...daily("2026-11-23", "2026-11-23", "40")] }).expectedNanoUsd,
    ).toBe(parseUsd("3000"));
    const dear = expected({ dailyActuals: [...actuals, ...daily("2026-11-23", "2026-11-23", "150")] });
    expect(dear.expectedNanoUsd).toBe(parseUsd("3050"));
    expect(dear.explanation).toMatch(/ Today has already cost \$150\.00, which counts instead\.$/);
  });

  it("reaches back into the month before", () => {
    // Three complete days at $20, and the 14 days from 21 October: 11 at $10 and 3 at $20 make $170. 27 days more.
    const outlook = expected({
      today: "2026-11-04",
      dailyActuals: [...daily("2026-10-01", "2026-10-31", "10"), ...daily("2026-11-01", "2026-11-03", "20")],
    });
    // 60 + 170 × 27 / 14 = 60 + 327.857142857…
    expect(outlook.expectedNanoUsd).toBe(parseUsd("387.857142857"));
  });

  it("makes do with one whole week", () => {
    const logged = [...daily("2026-11-10", "2026-11-15", "1000"), ...daily("2026-11-16", "2026-11-22", "7")];
    const outlook = expected({ dailyActuals: logged });
    expect(outlook.expectedNanoUsd).toBe(parseUsd(String(6000 + 49 + 8 * 7)));
    expect(outlook.explanation).toContain("the mean of the 7 days from 16 Nov 2026 to 22 Nov 2026");
  });

  it("takes days that a weekly import has not brought yet as unknown, not as quiet", () => {
    // Data to 16 November: the 14 days to then at $10, and 14 more days to come.
    const outlook = expected({ dailyActuals: daily("2026-10-20", "2026-11-16", "10") });
    expect(outlook.expectedNanoUsd).toBe(parseUsd("300"));
    expect(outlook.explanation).toContain("$160.00 logged to 16 Nov 2026, then $10.00 a day for the 14 days");
  });
});

describe("projectMonthEnd, the open month by its forecast", () => {
  it("adds the forecast's share of the days left to a log too young for a pace", () => {
    // 20–22 November logged; 23–30 November are 8 of 30 days of $300.
    const outlook = expected({
      dailyActuals: daily("2026-11-20", "2026-11-22", "4"),
      dailyForecast: november("300"),
    });
    expect(outlook.expectedNanoUsd).toBe(parseUsd("92"));
    expect(outlook.method).toBe("forecast");
    expect(outlook.explanation).toBe(
      "$12.00 logged to 22 Nov 2026, then $80.00 of the forecast for the 8 days to 30 Nov 2026: the log has no recent full week to take a pace from.",
    );
  });

  it("is the whole forecast while nothing is logged", () => {
    expect(expected({ dailyForecast: november("300") }).expectedNanoUsd).toBe(parseUsd("300"));
  });

  it("does not trust the pace of a log that ended weeks ago", () => {
    const outlook = expected({
      today: "2026-11-30",
      dailyActuals: daily("2026-10-01", "2026-11-06", "10"),
      dailyForecast: november("300"),
    });
    // Six days logged at $10, 24 days at the forecast's $10.
    expect(outlook.method).toBe("forecast");
    expect(outlook.expectedNanoUsd).toBe(parseUsd("300"));
  });

  it("is unknown without a forecast", () => {
    const outlook = expected({ dailyActuals: daily("2026-11-20", "2026-11-22", "4") });
    expect(outlook.expectedNanoUsd).toBeNull();
    expect(outlook.method).toBe("none");
    expect(outlook.days).toHaveLength(3);
  });
});

describe("projectMonthEnd, a month to come", () => {
  it("is its forecast, whatever the pace", () => {
    const outlook = projectMonthEnd({
      month: "2026-12",
      today: "2026-11-23",
      dailyActuals: daily("2026-11-01", "2026-11-22", "100"),
      dailyForecast: spreadOverDays({ month: "2026-12", amountNanoUsd: parseUsd("4200") }),
    });
    expect(outlook.expectedNanoUsd).toBe(parseUsd("4200"));
    expect(outlook.method).toBe("forecast");
    expect(outlook.explanation).toBe("December 2026 has not begun: $4,200.00 is its forecast.");
  });

  it("is unknown without one", () => {
    expect(expected({ month: "2026-12", dailyForecast: null }).method).toBe("none");
  });
});

describe("projectMonthEnd, always", () => {
  const amounts = fc.array(fc.option(fc.bigInt({ min: 0n, max: 10n ** 13n }), { freq: 4 }), {
    minLength: 0,
    maxLength: 70,
  });

  it("has days that sum to the amount, and never expects less than is logged", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 30 }), (costs, dayOfMonth) => {
        const today = addDays("2026-10-31", dayOfMonth);
        const dailyActuals = costs.flatMap((cost, index) =>
          cost === null
            ? []
            : [{ date: addDays(today, -index), costNanoUsd: nanoUsd(cost), unpricedCalls: 0 }],
        );
        const outlook = projectMonthEnd({
          month: "2026-11",
          today,
          dailyActuals,
          dailyForecast: november("300"),
        });
        const sum = outlook.days.reduce((total, { costNanoUsd }) => total + costNanoUsd, 0n);
        expect(outlook.expectedNanoUsd).toBe(sum);
        const logged = dailyActuals
          .filter(({ date }) => monthOf(date) === "2026-11")
          .reduce((total, { costNanoUsd }) => total + costNanoUsd, 0n);
        expect(sum >= logged).toBe(true);
        const dates = outlook.days.map(({ date }) => date);
        expect(dates).toEqual([...new Set(dates)].toSorted());
        expect(dates.at(-1)).toBe(lastDay("2026-11"));
      }),
    );
  });

  it("expects a steady day times the days of the month, on every day of it", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 13n }),
        fc.integer({ min: 1, max: 31 }),
        (cost, dayOfMonth) => {
          const today = addDays("2026-09-30", dayOfMonth);
          const dailyActuals = dateRange("2026-08-01", addDays(today, -1)).map((date) => ({
            date,
            costNanoUsd: nanoUsd(cost),
            unpricedCalls: 0,
          }));
          const { expectedNanoUsd } = projectMonthEnd({
            month: "2026-10",
            today,
            dailyActuals,
            dailyForecast: null,
          });
          expect(expectedNanoUsd).toBe(cost * 31n);
        },
      ),
    );
  });
});
