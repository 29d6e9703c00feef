import { setTimeout as sleep } from "node:timers/promises";

/** By this name the suite finds its calls again. */
export const CRASH_WORKFLOW = "crash-suite";

const QUALITIES = ["low", "medium", "high"] as const;
const TOKENS = { low: 196, medium: 1756, high: 7024 } as const;
const DAY_MS = 86_400_000;
const ANSWER_PATIENCE_MS = 20_000;

/**
 * Clients that log calls under known ids and never give up: a batch that was not answered is sent again until it is, as
 * well-behaved programs do. Some calls are sent again on purpose, within a batch and in a later one.
 */
export class LoggingClients {
  readonly sent = new Set<string>();
  readonly acknowledged = new Set<string>();
  retries = 0;
  #running: Promise<void>[] = [];
  #isStopping = false;
  #startedAtMs = Date.now();

  constructor(
    private readonly origin: string,
    private readonly apiKey: string,
    private readonly random: () => number,
  ) {}

  start(count: number): void {
    this.#running = Array.from({ length: count }, (_, client) => this.#log(client));
  }

  /** Lets every client finish the batch that it has begun. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all(this.#running);
  }

  async #log(client: number): Promise<void> {
    let next = 0;
    while (!this.#isStopping) {
      const size = 1 + Math.floor(this.random() * 200);
      const numbers = Array.from({ length: size }, () => next++);
      const repeated = numbers.filter(() => this.random() < 0.05);
      const earlier = next > size && this.random() < 0.2 ? [Math.floor(this.random() * (next - size))] : [];
      const calls = [...numbers, ...repeated, ...earlier].map((number) => this.#call(client, number));
      for (const { id } of calls) this.sent.add(id);
      await this.#sendUntilAnswered(calls);
      await sleep(this.random() * 20);
    }
  }

  async #sendUntilAnswered(calls: readonly { id: string }[]): Promise<void> {
    for (;;) {
      const results = await this.#send(calls);
      if (results !== null) {
        for (const { id, status } of results) {
          if (status !== "created" && status !== "exists") throw new Error(`${id} was answered ${status}.`);
          this.acknowledged.add(id);
        }
        return;
      }
      this.retries += 1;
      await sleep(50 + this.random() * 200);
    }
  }

  /** Null where the batch was not acknowledged: the connection broke, or the server could not answer for it. */
  async #send(calls: readonly object[]): Promise<{ id: string; status: string }[] | null> {
    try {
      const answer = await fetch(`${this.origin}/api/v1/calls`, {
        method: "POST",
        headers: { authorization: `Bearer ${this.apiKey}`, "content-type": "application/json" },
        body: JSON.stringify({ calls }),
        signal: AbortSignal.timeout(ANSWER_PATIENCE_MS),
      });
      if (answer.status >= 500 || answer.status === 429) return null;
      if (!answer.ok) throw new RefusedError(`${answer.status} ${await answer.text()}`);
      return ((await answer.json()) as { results: { id: string; status: string }[] }).results;
    } catch (error) {
      if (error instanceof RefusedError) throw error;
      return null;
    }
  }

  /** The same number is the same call, to the letter. */
  #call(client: number, number: number): { id: string } {
    const quality = QUALITIES[number % 3] ?? "low";
    const outputTokens = TOKENS[quality];
    return {
      id: `crash-${client}-${number}`,
      occurredAt: new Date(this.#startedAtMs - ((number * 7_919_000) % (60 * DAY_MS))).toISOString(),
      workflow: CRASH_WORKFLOW,
      model: "gpt-image-2",
      size: "1024x1024",
      quality,
      usage: { input_tokens: 26, output_tokens: outputTokens, total_tokens: 26 + outputTokens },
    } as { id: string };
  }
}

class RefusedError extends Error {}
