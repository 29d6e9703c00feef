import { createParser } from "nuqs/server";
import { isDate } from "@/lib/time";

/** A day in an address; anything else there counts as none. */
export const parseAsDate = createParser({
  parse: (text) => (isDate(text) ? text : null),
  serialize: (date: string) => date,
});
