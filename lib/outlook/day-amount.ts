import type { NanoUsd } from "@/lib/money";

/** What one calendar day cost, or is expected to cost. */
export interface DayAmount {
  /** YYYY-MM-DD. */
  date: string;
  costNanoUsd: NanoUsd;
}
