import { callToSend, type Spread } from "./log-of-calls";
import type { Product } from "./product";

/** A batch of the log's calls as a request carries it. */
export function bodyOf(
  prefix: string,
  spread: Spread,
  from: number,
  count: number,
  callAt: typeof callToSend = callToSend,
): string {
  const calls = Array.from({ length: count }, (_, index) => callAt(from + index, prefix, spread));
  return JSON.stringify({ calls });
}

/** How long it took to send requests, in all and each. */
export interface Run {
  seconds: number;
  latencies: number[];
}

/** Sends requests from several clients at once, each waiting for its answer. */
export async function send(
  { origin }: Product,
  apiKey: string,
  clients: number,
  bodies: readonly string[],
): Promise<Run> {
  const waiting = bodies.values();
  const latencies: number[] = [];
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (const body of waiting) {
        const sentAt = performance.now();
        const answer = await fetch(`${origin}/api/v1/calls`, {
          method: "POST",
          headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
          body,
        });
        const { counts } = (await answer.json()) as { counts?: Record<string, number> };
        if (!answer.ok || !counts || counts.conflict || counts.invalid) {
          throw new Error(`A batch was not logged: ${answer.status} ${JSON.stringify(counts)}`);
        }
        latencies.push(performance.now() - sentAt);
      }
    }),
  );
  return { seconds: (performance.now() - startedAt) / 1000, latencies };
}
