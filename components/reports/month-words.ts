import type { MonthReport } from "@/lib/contracts/reports";

export const STATE_WORDS: Record<MonthReport["state"], string> = {
  past: "Whole month",
  open: "Month to date",
  future: "To come",
};
