import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One measured thing beside what it is held against: a goal, or a reference measured in the same run. */
export interface Figure {
  area: string;
  what: string;
  measured: string;
  /** What it is held against, in the same unit. */
  against: string;
  /** The numbers as measured, for machines. */
  raw: Record<string, number>;
}

/** The value below which this share of the samples lies; samples in any order. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Milliseconds of each of `count` runs, after some that are not counted. */
export async function timeEach(count: number, run: () => unknown, warmUp = 5): Promise<number[]> {
  for (let index = 0; index < warmUp; index++) await run();
  const samples: number[] = [];
  for (let index = 0; index < count; index++) {
    const startedAt = performance.now();
    await run();
    samples.push(performance.now() - startedAt);
  }
  return samples;
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;
}

export function perSecond(value: number, what: string): string {
  return `${Math.round(value).toLocaleString("en-US")} ${what}/s`;
}

/** Prints the figures as a table and keeps them as JSON under bench/results. */
export function report(figures: readonly Figure[]): void {
  console.table(
    Object.fromEntries(
      figures.map(({ area, what, measured, against }) => [`${area}: ${what}`, { measured, against }]),
    ),
  );
  const folder = join(import.meta.dirname, "results");
  mkdirSync(folder, { recursive: true });
  const measuredAt = new Date().toISOString();
  const path = join(folder, `${measuredAt.replaceAll(":", "-")}.json`);
  const machine = { node: process.version, platform: process.platform, architecture: process.arch };
  writeFileSync(path, `${JSON.stringify({ measuredAt, machine, figures }, null, 2)}\n`);
  console.log(`Written to ${path}`);
}
