import { execFileSync } from "node:child_process";
import type { Product } from "./product";

const SAMPLE_MS = 200;
const WORK = /commands\/work\.ts/;

/** The processes that the product's start command runs: one answers requests, one does what waits in the background. */
export type Process = "web server" | "background work";

export interface MemoryWatch {
  beforeMiB: number;
  peakMiB: () => number;
  stop: () => void;
}

/** Watches the resident memory of one of the product's processes. */
export function watchMemory(product: Product, which: Process): MemoryWatch {
  const beforeMiB = memoryMiB(product, which);
  let peak = beforeMiB;
  const sampling = setInterval(() => (peak = Math.max(peak, memoryMiB(product, which))), SAMPLE_MS);
  return { beforeMiB, peakMiB: () => peak, stop: () => clearInterval(sampling) };
}

/** The web server is the largest of the rest. */
function memoryMiB({ processGroup }: Product, which: Process): number {
  const listed = execFileSync("ps", ["-ww", "-e", "-o", "pgid=,rss=,args="], { encoding: "utf8" });
  const sizes = listed.split("\n").flatMap((line) => {
    const [, group, kibibytes, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    const isAsked = Number(group) === processGroup && WORK.test(command) === (which === "background work");
    return isAsked ? Number(kibibytes) : [];
  });
  return Math.max(0, ...sizes) / 1024;
}
