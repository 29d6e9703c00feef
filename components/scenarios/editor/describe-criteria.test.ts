import { expect, test } from "vitest";
import { describeCriteria } from "./describe-criteria";
import { drivers } from "./testing/drivers";

test("a criterion is set beside what the plan says, where a plan can say it", () => {
  const criteria = [
    { measure: "billed_retry_percent" as const, atMost: 5 },
    { measure: "error_rate_percent" as const, atMost: 2 },
    { measure: "cost_per_accepted_image_usd" as const, atMost: 0.5 },
  ];
  const plan = drivers({ billedRetryPercent: 7.5 });
  expect(describeCriteria({ mustProve: "", criteria }, plan, null)).toEqual([
    { label: "Billed retries", limit: "at most 5 %", planned: "7.5 %", isMet: false },
    { label: "Errors", limit: "at most 2 %", planned: null, isMet: null },
    { label: "Cost per accepted image", limit: "at most $0.50", planned: null, isMet: null },
  ]);
});
