import { createParser, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { isDate } from "@/lib/time";

const parseAsDay = createParser({
  parse: (text) => (isDate(text) ? text : null),
  serialize: (day: string) => day,
});

const PARSERS = {
  add: parseAsStringLiteral(["1"]),
  provider: parseAsString,
  model: parseAsString,
  from: parseAsDay,
  /** The id of the card that the new one is made from. */
  base: parseAsString,
};

const CLOSED = { add: null, provider: null, model: null, from: null, base: null };

/** Whether the form for a price is open, and with what filled in: both are in the address, so that pages can link to it. */
export function usePriceForm() {
  const [wanted, setWanted] = useQueryStates(PARSERS);
  return {
    wanted,
    isOpen: wanted.add !== null,
    open: (prefilled: { base?: string } = {}) => void setWanted({ ...CLOSED, add: "1", ...prefilled }),
    close: () => void setWanted({ add: null, from: null, base: null }),
  };
}

export type PriceFormState = ReturnType<typeof usePriceForm>;
