import "server-only";

interface Bucket {
  tokens: number;
  filledAtMs: number;
}

/** Bounds the memory that strangers can make the server spend on counting them. */
const MAX_BUCKETS = 20_000;

/**
 * Allows a burst, then a steady rate, for each key. It counts in this process only, which is enough against guessing:
 * several processes allow several times as much, still far too little to guess a password.
 */
export class TokenBucket {
  readonly #buckets = new Map<string, Bucket>();

  constructor(
    private readonly burst: number,
    private readonly refillMs: number,
  ) {}

  /** Takes one token. Answers how many seconds to wait when there is none, else 0. */
  take(key: string, now: Date): number {
    const bucket = this.#filled(key, now.getTime());
    if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) * this.refillMs) / 1000);
    bucket.tokens -= 1;
    return 0;
  }

  /** Gives a token back, for an attempt that turned out to be harmless. */
  giveBack(key: string): void {
    const bucket = this.#buckets.get(key);
    if (bucket) bucket.tokens = Math.min(this.burst, bucket.tokens + 1);
  }

  #filled(key: string, nowMs: number): Bucket {
    const known = this.#buckets.get(key);
    if (known) {
      const gained = Math.max(0, nowMs - known.filledAtMs) / this.refillMs;
      known.tokens = Math.min(this.burst, known.tokens + gained);
      known.filledAtMs = nowMs;
      return known;
    }
    if (this.#buckets.size >= MAX_BUCKETS) this.#forgetOldest();
    const fresh = { tokens: this.burst, filledAtMs: nowMs };
    this.#buckets.set(key, fresh);
    return fresh;
  }

  #forgetOldest(): void {
    // A map keeps the order of insertion, so the first key was met first.
    for (const key of this.#buckets.keys()) {
      this.#buckets.delete(key);
      return;
    }
  }
}
