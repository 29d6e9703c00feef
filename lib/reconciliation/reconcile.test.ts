import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addLeakage, findLeakage, type Leakage, type LoggedDay, reconcile } from "./index";

const NONE = { timeZone: 0n, unlogged: 0n, notReported: 0n, unpriced: 0n, price: 0n, unexplained: 0n };
const sides = {
  providerNanoUsd: 1000n,
  providerShiftedNanoUsd: 1000n,
  providerImages: 10,
  loggedNanoUsd: 1000n,
  loggedImages: 10,
  unpricedImages: 0,
  unpricedLowNanoUsd: 0n,
};

describe("by hand", () => {
  test.each<[string, Partial<typeof sides>, Partial<Leakage>]>([
    ["equal", {}, {}],
    // 2 of 10 images at 100 each.
    ["two images not logged", { loggedImages: 8, loggedNanoUsd: 800n }, { unlogged: 200n }],
    // 2 of 12 logged images at 1200 / 12.
    [
      "two images that the provider does not count",
      { loggedImages: 12, loggedNanoUsd: 1200n },
      { notReported: -200n },
    ],
    ["three images without a price", { unpricedImages: 3, loggedNanoUsd: 700n }, { unpriced: 300n }],
    ["dearer than logged", { loggedNanoUsd: 900n }, { price: 100n }],
    ["cheaper than logged", { loggedNanoUsd: 1100n }, { price: -100n }],
    [
      "a part of another day",
      { providerShiftedNanoUsd: 900n, providerImages: 9, loggedImages: 9, loggedNanoUsd: 900n },
      { timeZone: 100n },
    ],
    // 900 shifted / 9 = 100 an image: 1 not logged, 2 of 8 unpriced, and 6 priced ones at 90 in place of 100.
    [
      "all at once",
      {
        providerShiftedNanoUsd: 900n,
        providerImages: 9,
        loggedImages: 8,
        unpricedImages: 2,
        loggedNanoUsd: 540n,
      },
      { timeZone: 100n, unlogged: 100n, unpriced: 200n, price: 60n },
    ],
    ["nothing logged", { loggedImages: 0, loggedNanoUsd: 0n }, { unlogged: 1000n }],
    [
      "nothing reported",
      { providerNanoUsd: 0n, providerShiftedNanoUsd: 0n, providerImages: 0 },
      { notReported: -1000n },
    ],
    ["billed without a count", { providerImages: 0, loggedNanoUsd: 900n }, { unexplained: 100n }],
  ])("%s", (_name, change, expected) => {
    expect(findLeakage({ ...sides, ...change })).toEqual({ ...NONE, ...expected });
  });

  test("without counts only what calls without a price cost at the least is told apart", () => {
    const noCounts = { ...sides, providerImages: null, loggedNanoUsd: 700n };
    expect(findLeakage({ ...noCounts, unpricedLowNanoUsd: 120n })).toEqual({
      ...NONE,
      unpriced: 120n,
      unexplained: 180n,
    });
    expect(findLeakage({ ...noCounts, unpricedLowNanoUsd: 500n })).toEqual({ ...NONE, unpriced: 300n });
    expect(findLeakage({ ...noCounts, loggedNanoUsd: 1200n, unpricedLowNanoUsd: 50n })).toEqual({
      ...NONE,
      unexplained: -200n,
    });
  });

  test("without an amount there is nothing to compare", () => {
    expect(findLeakage({ ...sides, providerNanoUsd: null })).toBeNull();
  });
});

const logged = (day: string, images: number, costNanoUsd: bigint): LoggedDay => ({
  day,
  model: "gpt-image-2",
  calls: images,
  images,
  unpricedImages: 0,
  costNanoUsd,
  unpricedCalls: 0,
  unboundedCalls: 0,
  boundLowNanoUsd: 0n,
  boundHighNanoUsd: 0n,
});

test("days that begin at another hour are cut again by the hours of the images", () => {
  // Berlin is an hour ahead in winter: what is made from 23:00 UTC on is of the next day there.
  const model = "gpt-image-2";
  const hour = (iso: string, images: number) => ({ startMs: Date.parse(iso), model, images });
  const rows = reconcile({
    from: "2026-11-02",
    to: "2026-11-03",
    timeZone: "Europe/Berlin",
    costs: [
      { day: "2026-11-01", model, amountNanoUsd: 100n },
      { day: "2026-11-02", model, amountNanoUsd: 400n },
      { day: "2026-11-03", model, amountNanoUsd: 300n },
    ],
    usage: [
      hour("2026-11-01T23:00:00Z", 1),
      hour("2026-11-02T12:00:00Z", 3),
      hour("2026-11-02T23:00:00Z", 1),
      hour("2026-11-03T22:00:00Z", 1),
      hour("2026-11-03T23:00:00Z", 2),
    ],
    logged: [logged("2026-11-02", 4, 400n), logged("2026-11-03", 2, 200n)],
  });
  expect(
    rows.map(({ day, providerNanoUsd, providerImages, leakage }) => [
      day,
      providerNanoUsd,
      providerImages,
      leakage,
    ]),
  ).toEqual([
    // 300 are billed, of which 200 are of the 4th in Berlin; 100 come from the 2nd.
    ["2026-11-03", 300n, 2, { ...NONE, timeZone: 100n }],
    // 400 are billed, of which 100 are of the 3rd; 100 come from the 1st.
    ["2026-11-02", 400n, 4, NONE],
  ]);
});

const sumOf = ({ timeZone, unlogged, notReported, unpriced, price, unexplained }: Leakage) =>
  timeZone + unlogged + notReported + unpriced + price + unexplained;

test("the parts always sum to the difference, whatever is billed, counted and logged in whatever zone", () => {
  const day = fc.integer({ min: 0, max: 5 }).map((offset) => `2026-10-${String(23 + offset)}`);
  const model = fc.constantFrom("a", "b");
  const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 15n });
  const images = fc.integer({ min: 0, max: 50 });
  const log = fc.record({
    day,
    model,
    images,
    unpricedImages: images,
    costNanoUsd: fc.bigInt({ min: 0n, max: 10n ** 15n }),
    low: fc.bigInt({ min: 0n, max: 10n ** 12n }),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ day, model, amountNanoUsd: amount }), {
        selector: ({ day, model }) => `${day}${model}`,
      }),
      fc.array(
        fc.record({
          startMs: fc.integer({ min: 0, max: 143 }).map((hour) => Date.UTC(2026, 9, 23, hour)),
          model,
          images,
        }),
      ),
      fc.uniqueArray(log, { selector: ({ day, model }) => `${day}${model}` }),
      fc.constantFrom("UTC", "Europe/Berlin", "America/Los_Angeles", "Asia/Kathmandu", "Pacific/Kiritimati"),
      (costs, usage, logs, timeZone) => {
        const rows = reconcile({
          from: "2026-10-24",
          to: "2026-10-27",
          timeZone,
          costs,
          usage,
          logged: logs.map(({ low, unpricedImages, ...row }) => ({
            ...logged(row.day, row.images, row.costNanoUsd),
            ...row,
            calls: 1,
            unpricedImages: Math.min(unpricedImages, row.images),
            boundLowNanoUsd: low,
          })),
        });
        for (const { leakage, providerNanoUsd, costNanoUsd } of rows) {
          if (leakage === null) expect(providerNanoUsd).toBeNull();
          else {
            const sum = sumOf(leakage);
            expect(sum).toBe((providerNanoUsd ?? 0n) - costNanoUsd);
          }
        }
        const total = addLeakage(rows.flatMap(({ leakage }) => leakage ?? []));
        const billed = costs.filter(({ day }) => day >= "2026-10-24" && day <= "2026-10-27");
        const inRange = logs.filter(({ day }) => day >= "2026-10-24" && day <= "2026-10-27");
        if (costs.length > 0) {
          const difference =
            billed.reduce((sum, row) => sum + row.amountNanoUsd, 0n) -
            inRange.reduce((sum, row) => sum + row.costNanoUsd, 0n);
          expect(sumOf(total)).toBe(difference);
        }
      },
    ),
  );
});
