import { createLoader, parseAsString } from "nuqs/server";
import { parseAsMonth } from "./month-parser";

/** The address of a reconciliation: which month, and whose bill. */
export const reconciliationSearchParsers = {
  month: parseAsMonth,
  provider: parseAsString.withDefault("openai"),
};

export const loadReconciliationSearch = createLoader(reconciliationSearchParsers);
