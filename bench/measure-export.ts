import { execFileSync } from "node:child_process";
import { type Figure, perSecond } from "./figures";
import { addDays, daysBetween } from "@/lib/time";
import { LOG_YEAR } from "./log-of-calls";
import type { Product } from "./product";

const LINES = 1_000_000;
const SAMPLE_MS = 200;

/** A download of a million calls as CSV, and how much memory the web server takes meanwhile. */
export async function measureExport(product: Product, apiKey: string, calls: number): Promise<Figure[]> {
  const days = daysBetween(LOG_YEAR.from, LOG_YEAR.to) + 1;
  const from = addDays(LOG_YEAR.to, 1 - Math.min(days, Math.ceil((days * LINES) / calls)));
  const query = new URLSearchParams({ from, to: LOG_YEAR.to });
  const before = serverMemoryMiB(product);
  let peak = before;
  const sampling = setInterval(() => (peak = Math.max(peak, serverMemoryMiB(product))), SAMPLE_MS);
  const startedAt = performance.now();
  let lines = 0;
  let bytes = 0;
  try {
    const answer = await fetch(`${product.origin}/api/v1/calls/export.csv?${query}`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });
    if (!answer.ok || answer.body === null) throw new Error(`The export failed: ${answer.status}`);
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength;
      for (const byte of chunk) if (byte === 10) lines += 1;
    }
  } finally {
    clearInterval(sampling);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return [
    {
      area: "export",
      what: `${lines.toLocaleString("en-US")} calls as CSV, ${Math.round(bytes / 1024 / 1024)} MiB`,
      measured: `${perSecond(lines / seconds, "lines")}, web server at most ${Math.round(peak)} MiB`,
      against: `300 MiB; ${Math.round(before)} MiB before it`,
      raw: { lines, seconds, peakMiB: peak, beforeMiB: before },
    },
  ];
}

/** The resident memory of the largest process that the product started. */
function serverMemoryMiB({ processGroup }: Product): number {
  const listed = execFileSync("ps", ["-e", "-o", "pgid=,rss="], { encoding: "utf8" });
  const sizes = listed
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([group]) => group === processGroup)
    .map(([, kibibytes = 0]) => kibibytes);
  return Math.max(0, ...sizes) / 1024;
}
