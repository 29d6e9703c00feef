import type { CalculatorState } from "@/lib/client/calculator-search";

/** Changes part of what the page is asked, and the address with it. */
export type ChangeState = (changes: Partial<CalculatorState>) => void;
