import { oneOf, percent, type Draw } from "./described-value";
import { HOSTILE_TEXTS, HOSTILE_VALUES } from "./hostile-texts";

type Holder = Record<string, unknown> | unknown[];

/** A copy of a JSON value with one thing in it that rarely belongs there. Whether it does, the description decides. */
export function breakValue(draw: Draw, value: unknown): unknown {
  const copy = structuredClone(value);
  const holders = holdersIn(copy);
  if (holders.length === 0 || percent(draw, 5)) return oneOf(draw, HOSTILE_VALUES);
  breakHolder(draw, oneOf(draw, holders));
  return copy;
}

function holdersIn(value: unknown): Holder[] {
  if (typeof value !== "object" || value === null) return [];
  return [value as Holder, ...Object.values(value).flatMap(holdersIn)];
}

function breakHolder(draw: Draw, holder: Holder): void {
  const keys = Object.keys(holder);
  const key = keys.length === 0 ? "surprise" : oneOf(draw, keys);
  switch (oneOf(draw, ["value", "text", "remove", "add", "wrap", "repeat"])) {
    case "value":
      return put(holder, key, oneOf(draw, HOSTILE_VALUES));
    case "text":
      return put(holder, key, oneOf(draw, HOSTILE_TEXTS));
    case "remove":
      if (Array.isArray(holder)) holder.length = 0;
      else delete holder[key];
      return;
    case "add":
      return put(
        holder,
        oneOf(draw, ["surprise", "__proto__", "constructor", "ID", ""]),
        oneOf(draw, HOSTILE_VALUES),
      );
    case "wrap":
      return put(holder, key, [(holder as Record<string, unknown>)[key]]);
    case "repeat":
      if (Array.isArray(holder)) holder.push(...Array.from({ length: 600 }, () => holder[0]));
      else
        put(
          holder,
          key,
          Array.from({ length: 600 }, () => holder[key]),
        );
  }
}

/** As a field of its own, whatever its name: an assignment to `__proto__` would be none. */
function put(holder: Holder, key: string, value: unknown): void {
  if (Array.isArray(holder)) holder[Number(key) || 0] = value;
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}
