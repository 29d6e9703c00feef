import { createParser } from "nuqs/server";
import { isMonth } from "@/lib/time";

/** A month in an address; anything else there counts as none. */
export const parseAsMonth = createParser({
  parse: (text) => (isMonth(text) ? text : null),
  serialize: (month: string) => month,
});
