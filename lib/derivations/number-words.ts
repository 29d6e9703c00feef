import { divideHalfEven } from "@/lib/money";

/** 1234 as "1,234". */
export function countText(count: number | bigint): string {
  const [whole = "", fraction] = count.toString().split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** "1 call", "2 calls", "1,234 calls". */
export function counted(count: number | bigint, one: string, many = `${one}s`): string {
  return `${countText(count)} ${Number(count) === 1 ? one : many}`;
}

/** Millionths as a count with at most two decimals, rounded half to even. */
export function microText(micro: bigint): string {
  const hundredths = divideHalfEven(micro, 10_000n);
  const fraction = (hundredths % 100n).toString().padStart(2, "0").replace(/0+$/, "");
  return `${countText(hundredths / 100n)}${fraction === "" ? "" : `.${fraction}`}`;
}
