import { instantOf, type Spread } from "./log-of-calls";

const WORKFLOWS = 20;
const STAGES = ["production", "production", "pilot", "prototype"] as const;
const PICTURES = [
  { size: "1024x1024", quality: "high", outputTokens: 7024 },
  { size: "1024x1536", quality: "medium", outputTokens: 1584 },
  { size: "1024x1024", quality: "low", outputTokens: 196 },
] as const;
/** Where a workflow's pictures come from. A reseller states what it charges. */
const SOURCES = [
  { provider: "openai", model: "gpt-image-2" },
  { provider: "openai", model: "gpt-image-1.5" },
  { provider: "openai", model: "gpt-image-2" },
  { provider: "wisgate", model: "gpt-image-2", chargedUsd: "0.04" },
  { provider: "openai", model: "gpt-image-1-mini" },
] as const;
/** What a workflow sends, in the shares of a team in production: mostly pictures for customers, some of all the rest. */
const KINDS = [
  { picture: 0 },
  { picture: 0 },
  { picture: 0 },
  { picture: 1 },
  { picture: 1 },
  { picture: 1 },
  { picture: 2 },
  { picture: 2 },
  { picture: 0, n: 4 },
  { picture: 1, operation: "edit" },
  { picture: 2, batch: true },
  { picture: 2, purpose: "qa" },
  { picture: 1, purpose: "prompt_tuning" },
  { picture: 0, isRetry: true },
  { picture: 0, outcome: "failed", httpStatus: 429, errorCode: "rate_limit_exceeded" },
  { picture: 1, outcome: "timed_out" },
] as const;

interface Kind {
  picture: 0 | 1 | 2;
  isRetry?: true;
  n?: number;
  operation?: string;
  batch?: boolean;
  purpose?: string;
  outcome?: string;
  httpStatus?: number;
  errorCode?: string;
}

/**
 * The call number `index` of a log of twenty workflows with what such a log has: models, sizes and qualities, retries,
 * failures, work that no customer sees, and a few calls that have no price. A day of it makes some hundreds of daily
 * sums, whether it has hundreds of calls or thousands.
 */
export function variedCall(index: number, prefix: string, spread: Spread): object {
  const workflow = index % WORKFLOWS;
  // Each workflow goes through the kinds from another one on.
  const kind: Kind = KINDS[(Math.floor(index / WORKFLOWS) * 7 + workflow * 5) % KINDS.length] ?? KINDS[0];
  const { picture, isRetry, n = 1, ...stated } = kind;
  const { size, quality, outputTokens } = PICTURES[picture];
  const source = SOURCES[workflow % SOURCES.length] ?? SOURCES[0];
  const isDelivered = kind.outcome === undefined;
  return {
    id: `${prefix}-${index}`,
    occurredAt: instantOf(index, spread),
    workflow: `workflow-${workflow}`,
    stage: STAGES[workflow % STAGES.length],
    ...source,
    ...(index % 1009 === 7 && { model: `unheard-of-${index % 3}`, chargedUsd: null }),
    ...stated,
    n,
    size,
    quality,
    latencyMs: 30_000 + (index % 20_000),
    ...(isRetry && { retryOf: `${prefix}-${index - WORKFLOWS}` }),
    ...(isDelivered
      ? { usage: { input_tokens: 26, output_tokens: n * outputTokens, total_tokens: 26 + n * outputTokens } }
      : { chargedUsd: null }),
  };
}
