import { execFileSync } from "node:child_process";
import type { Product } from "./product";

const SAMPLE_MS = 200;

export interface MemoryWatch {
  beforeMiB: number;
  peakMiB: () => number;
  stop: () => void;
}

/** Watches the resident memory of the web server: the largest process that the product started. */
export function watchServerMemory(product: Product): MemoryWatch {
  const beforeMiB = serverMemoryMiB(product);
  let peak = beforeMiB;
  const sampling = setInterval(() => (peak = Math.max(peak, serverMemoryMiB(product))), SAMPLE_MS);
  return { beforeMiB, peakMiB: () => peak, stop: () => clearInterval(sampling) };
}

function serverMemoryMiB({ processGroup }: Product): number {
  const listed = execFileSync("ps", ["-e", "-o", "pgid=,rss="], { encoding: "utf8" });
  const sizes = listed
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([group]) => group === processGroup)
    .map(([, kibibytes = 0]) => kibibytes);
  return Math.max(0, ...sizes) / 1024;
}
