import { parseAsBoolean, parseAsString } from "nuqs";
import { parseAsDate } from "./date-parser";

/** What the address of the page on repricing says: which one is shown, and what the form begins with. */
export const repricingSearchParsers = {
  id: parseAsString,
  from: parseAsDate,
  to: parseAsDate,
  provider: parseAsString,
  model: parseAsString,
  onlyUnpriced: parseAsBoolean,
};
