import { type Figure, perSecond } from "./figures";
import { addDays, daysBetween } from "@/lib/time";
import { LOG_YEAR } from "./log-of-calls";
import type { Product } from "./product";
import { watchMemory } from "./product-memory";

const LINES = 1_000_000;

/** A download of a million calls as CSV, and how much memory the web server takes meanwhile. */
export async function measureExport(product: Product, apiKey: string, calls: number): Promise<Figure[]> {
  const days = daysBetween(LOG_YEAR.from, LOG_YEAR.to) + 1;
  const from = addDays(LOG_YEAR.to, 1 - Math.min(days, Math.ceil((days * LINES) / calls)));
  const query = new URLSearchParams({ from, to: LOG_YEAR.to });
  const memory = watchMemory(product, "web server");
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
    memory.stop();
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return [
    {
      area: "export",
      what: `${lines.toLocaleString("en-US")} calls as CSV, ${Math.round(bytes / 1024 / 1024)} MiB`,
      measured: `${perSecond(lines / seconds, "lines")}, web server at most ${Math.round(memory.peakMiB())} MiB`,
      against: `300 MiB; ${Math.round(memory.beforeMiB)} MiB before it`,
      raw: { lines, seconds, peakMiB: memory.peakMiB(), beforeMiB: memory.beforeMiB },
    },
  ];
}
