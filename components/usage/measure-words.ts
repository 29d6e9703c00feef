import type { Measure } from "@/lib/usage";

/** What the measures are called on the screen. */
export const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  cost: "Cost",
  images: "Delivered images",
  calls: "Calls",
  costPerImage: "Cost per image",
  errorRate: "Error rate",
  paidLosses: "Paid losses",
};
