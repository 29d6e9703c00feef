import { allocate } from "@/lib/money";
import type { MixLine } from "@/lib/scenarios";

const WHOLE_HUNDREDTHS = 10_000;

/** A size with its share at each quality of the grid, in the order of the columns; null where the mix has no line. */
export interface MixRow {
  size: string;
  /** The places of its lines in the mix, by which problems name them. */
  indexes: number[];
  shares: (number | null)[];
}

export function mixRows(mix: readonly MixLine[], qualities: readonly string[]): MixRow[] {
  return sizesOf(mix).map((size) => ({
    size,
    indexes: mix.flatMap((line, index) => (line.size === size ? [index] : [])),
    shares: qualities.map(
      (quality) => mix.find((line) => line.size === size && line.quality === quality)?.sharePercent ?? null,
    ),
  }));
}

export function sizesOf(mix: readonly MixLine[]): string[] {
  return [...new Set(mix.map((line) => line.size))];
}

/** Sets one cell. A line of nothing goes, unless it is all that keeps its size in the grid. */
export function setShare(
  mix: readonly MixLine[],
  size: string,
  quality: string,
  sharePercent: number,
): MixLine[] {
  const line = { size, quality, sharePercent };
  const isKnown = mix.some((each) => each.size === size && each.quality === quality);
  const next = isKnown
    ? mix.map((each) => (each.size === size && each.quality === quality ? line : each))
    : insertAfterSize(mix, line);
  const hasShare = next.some((each) => each.size === size && each.sharePercent > 0);
  return next.filter((each) => each.size !== size || each.sharePercent > 0 || (!hasShare && each === line));
}

function insertAfterSize(mix: readonly MixLine[], line: MixLine): MixLine[] {
  const place = mix.findLastIndex((each) => each.size === line.size) + 1;
  return place === 0 ? [...mix, line] : mix.toSpliced(place, 0, line);
}

/** A new size takes what is left to place, and nothing where the mix is full. */
export function addSize(mix: readonly MixLine[], size: string, quality: string): MixLine[] {
  const sharePercent = Math.max(0, shareLeftPercent(mix));
  return [...mix, { size, quality, sharePercent }];
}

export function renameSize(mix: readonly MixLine[], size: string, nextSize: string): MixLine[] {
  return mix.map((line) => (line.size === size ? { ...line, size: nextSize } : line));
}

export function removeSize(mix: readonly MixLine[], size: string): MixLine[] {
  return mix.filter((line) => line.size !== size);
}

/** What is missing to 100 %; negative where the shares are too much. */
export function shareLeftPercent(mix: readonly MixLine[]): number {
  const sum = mix.reduce((all, { sharePercent }) => all + Math.round(sharePercent * 100), 0);
  return (WHOLE_HUNDREDTHS - sum) / 100;
}

/** The same proportions, made to add up to 100 % exactly; even shares where all were nothing. */
export function balanceShares(mix: readonly MixLine[]): MixLine[] {
  const shares = mix.map(({ sharePercent }) => BigInt(Math.round(sharePercent * 100)));
  const weights = shares.every((share) => share === 0n) ? shares.map(() => 1n) : shares;
  const balanced = allocate(BigInt(WHOLE_HUNDREDTHS), weights);
  return mix.map((line, index) => ({ ...line, sharePercent: Number(balanced[index] ?? 0n) / 100 }));
}
