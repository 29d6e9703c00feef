export const CONNECTOR_KINDS = ["openai", "litellm", "langfuse", "helicone"] as const;
export type ConnectorKind = (typeof CONNECTOR_KINDS)[number];

const HOUR_MS = 3_600_000;

interface KindFacts {
  /** Where it is reached unless somebody runs it themselves. */
  baseUrl: string | null;
  /** What is read one after the other. */
  streams: readonly [ConnectorStream, ...ConnectorStream[]];
  /**
   * How much of what was read before is read again, because it may have been incomplete: a provider corrects the buckets
   * of the last days, and gateways write their logs late. Langfuse documents delays of up to 15 minutes.
   */
  overlapMs: number;
}

export type ConnectorStream = "usage" | "costs" | "calls";

export const KIND_FACTS: Record<ConnectorKind, KindFacts> = {
  openai: { baseUrl: "https://api.openai.com", streams: ["usage", "costs"], overlapMs: 72 * HOUR_MS },
  litellm: { baseUrl: null, streams: ["calls"], overlapMs: HOUR_MS },
  langfuse: { baseUrl: "https://cloud.langfuse.com", streams: ["calls"], overlapMs: HOUR_MS },
  helicone: { baseUrl: "https://api.helicone.ai", streams: ["calls"], overlapMs: HOUR_MS },
};

/** A span of time that is read, and the page of it that comes next; null is its first. */
export interface ReadPosition {
  fromMs: number;
  /** Not included. */
  toMs: number;
  stream: ConnectorStream;
  page: string | null;
}

/**
 * The span that a connector reads next. A back-fill begins where it was asked to; else reading goes on where it ended,
 * less the overlap. Buckets of days begin at midnight in UTC, so a source of buckets is read from there.
 */
export function nextSpan(
  kind: ConnectorKind,
  { readThroughMs, backfillFromMs }: { readThroughMs: number | null; backfillFromMs: number | null },
  nowMs: number,
): ReadPosition {
  const { overlapMs, streams } = KIND_FACTS[kind];
  const going = readThroughMs === null ? nowMs - overlapMs : readThroughMs - overlapMs;
  const from = Math.min(backfillFromMs ?? going, going);
  const dayMs = 24 * HOUR_MS;
  const fromMs = streams[0] === "calls" ? from : Math.floor(from / dayMs) * dayMs;
  return { fromMs, toMs: nowMs, stream: streams[0], page: null };
}

/** Where to go on after a page: the next one, the next stream's first, or null at the end of the span. */
export function nextPosition(
  kind: ConnectorKind,
  position: ReadPosition,
  next: string | null,
): ReadPosition | null {
  if (next !== null) return { ...position, page: next };
  const { streams } = KIND_FACTS[kind];
  const stream = streams[streams.indexOf(position.stream) + 1];
  return stream === undefined ? null : { ...position, stream, page: null };
}
