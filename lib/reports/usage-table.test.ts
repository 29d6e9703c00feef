import { describe, expect, it } from "vitest";
import { nanoUsd, parseUsd } from "@/lib/money";
import { prepareUsageTable, type UsageTableSums } from "./usage-table";

const sums = (calls: number, usd: string): UsageTableSums => ({
  calls,
  imagesRequested: 2 * calls,
  imagesDelivered: calls,
  imagesAccepted: 1,
  imagesJudged: 1,
  costNanoUsd: parseUsd(usd),
  paidLossNanoUsd: nanoUsd(0n),
  reworkNanoUsd: nanoUsd(5n),
  unpricedCalls: 0,
  unboundedCalls: 0,
  boundLowNanoUsd: nanoUsd(0n),
  boundHighNanoUsd: nanoUsd(0n),
  failedCalls: 2,
  costPerImageNanoUsd: nanoUsd(7n),
  previous: null,
});

const SUMS =
  "calls|images_requested|images_delivered|images_accepted|images_judged|cost_usd|paid_loss_usd|rework_usd|unpriced_calls|unpriced_unbounded_calls|unpriced_low_usd|unpriced_high_usd|failed_calls|cost_per_image_usd";

describe("prepareUsageTable", () => {
  it("has a row for each period and group, and the total", () => {
    const rows = [
      ...prepareUsageTable({
        periodColumn: "date",
        groupColumns: ["workflow", "workflow_name"],
        rows: [
          { period: "2026-11-01", group: ["heroes", "@Heroes"], ...sums(3, "0.210850001") },
          { period: "2026-11-02", group: [null, "No workflow"], ...sums(1, "2") },
        ],
        total: sums(4, "2.210850001"),
      }),
    ];
    expect(rows.map((row) => row.join("|"))).toEqual([
      `date|workflow|workflow_name|${SUMS}`,
      "2026-11-01|heroes|'@Heroes|3|6|3|1|1|0.210850001|0.000000000|0.000000005|0|0|0.000000000|0.000000000|2|0.000000007",
      "2026-11-02||No workflow|1|2|1|1|1|2.000000000|0.000000000|0.000000005|0|0|0.000000000|0.000000000|2|0.000000007",
      "total|||4|8|4|1|1|2.210850001|0.000000000|0.000000005|0|0|0.000000000|0.000000000|2|0.000000007",
    ]);
  });

  it("has the span before beside it, where it is compared with one", () => {
    const previous = { ...sums(5, "1.5"), calls: 6, failedCalls: 1, unpricedCalls: 3 };
    const rows = [
      ...prepareUsageTable({
        periodColumn: "week",
        groupColumns: [],
        rows: [],
        total: { ...sums(4, "2"), previous },
      }),
    ];
    expect(rows[0]?.slice(-7)).toEqual([
      "previous_calls",
      "previous_failed_calls",
      "previous_images_delivered",
      "previous_cost_usd",
      "previous_cost_per_image_usd",
      "previous_paid_loss_usd",
      "previous_unpriced_calls",
    ]);
    expect(rows[1]?.slice(-7)).toEqual(["6", "1", "5", "1.500000000", "0.000000007", "0.000000000", "3"]);
  });

  it("has the column names and a total of nothing for no calls", () => {
    const rows = [
      ...prepareUsageTable({ periodColumn: "month", groupColumns: [], rows: [], total: sums(0, "0") }),
    ];
    expect(rows.map((row) => row[0])).toEqual(["month", "total"]);
    expect(rows[0]).toHaveLength(rows[1]?.length ?? 0);
  });
});
