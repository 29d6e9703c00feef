import type { StatedCall } from "@/lib/calls";
import { providerUsage, type PictureRequest } from "./provider-usage";
import type { Rng } from "./rng";

/** A call without what the workflow's day adds to it. */
export type Attempt = Omit<StatedCall, "id" | "workflow" | "tags">;

export interface Request extends PictureRequest {
  atMs: number;
  stage: NonNullable<StatedCall["stage"]>;
  purpose: NonNullable<StatedCall["purpose"]>;
  provider: string;
  operation: NonNullable<StatedCall["operation"]>;
  n: number;
  batch: boolean;
  billedRetryPercent: number;
  failurePercent: number;
  /** Null where nobody judges the images. */
  acceptedPercent: number | null;
  /** Whether the provider passes on the tokens. */
  reportsUsage: boolean;
}

type Failure = Pick<Attempt, "outcome" | "httpStatus" | "errorCode"> & {
  weight: number;
  latencyMs: [number, number];
  /** Whether the client asks again. */
  isRetried: boolean;
  /** The images were made and billed although they never arrived: their tokens say so, or else a billing rule. */
  isPaidLoss?: true;
};

const FAILURES: readonly Failure[] = [
  {
    weight: 58,
    outcome: "failed",
    httpStatus: 429,
    errorCode: "rate_limit_exceeded",
    latencyMs: [90, 600],
    isRetried: true,
  },
  {
    weight: 22,
    outcome: "failed",
    httpStatus: 400,
    errorCode: "moderation_blocked:input",
    latencyMs: [800, 2_500],
    isRetried: false,
  },
  {
    weight: 10,
    outcome: "failed",
    httpStatus: 200,
    errorCode: "connection_lost",
    latencyMs: [20_000, 60_000],
    isRetried: true,
    isPaidLoss: true,
  },
  {
    weight: 5,
    outcome: "failed",
    httpStatus: 500,
    errorCode: "server_error",
    latencyMs: [2_000, 40_000],
    isRetried: true,
  },
  {
    weight: 5,
    outcome: "timed_out",
    httpStatus: null,
    errorCode: "timeout",
    latencyMs: [120_000, 120_000],
    isRetried: true,
  },
];

/** Most people judge what they get; the rest of the images stay unjudged. */
const JUDGED_PERCENT = 88;

const SECONDS_PER_IMAGE: Record<string, number> = { low: 6, medium: 14, high: 32 };

/**
 * Logs one request with what became of it: perhaps a failure and another try, perhaps images that nobody can use and
 * a second, billed try.
 */
export function makeRequest(add: (attempt: Attempt) => string, rng: Rng, request: Request): void {
  let retryOf: string | null = null;
  let atMs = request.atMs;
  if (rng.happens(request.failurePercent)) {
    const failure = rng.pick(FAILURES);
    retryOf = add(failedAttempt(rng, request, atMs, failure));
    if (!failure.isRetried) return;
    atMs += failure.latencyMs[1] + rng.int(2_000, 60_000);
  }

  const isUseless = rng.happens(request.billedRetryPercent);
  const accepted = isUseless ? 0 : null;
  const id = add(succeededAttempt(rng, request, atMs, retryOf, accepted));
  if (isUseless) {
    add(succeededAttempt(rng, request, atMs + rng.int(60_000, 480_000), id, null));
  }
}

function asked(request: Request, atMs: number) {
  const { stage, purpose, provider, model, operation, n, size, quality, batch } = request;
  const occurredAt = new Date(atMs).toISOString();
  return { occurredAt, stage, purpose, provider, model, operation, n, size, quality, batch };
}

/**
 * A few requests leave size and quality to the model. The response says what it made of most; of the others only the
 * tokens tell, which they do for squares. Goes by the time, so that it takes no number from the day's others.
 */
function leftToTheModel({ n, size, quality, reportsUsage }: Request, atMs: number): Partial<Attempt> {
  const turn = Math.floor(atMs) % 29;
  if (turn > 1) return {};
  const isToldByTokens = turn === 0 && reportsUsage && n === 1 && size === "1024x1024";
  return {
    size: "auto",
    quality: "auto",
    ...(!isToldByTokens && { returnedSize: size, returnedQuality: quality, outputFormat: "png" }),
  };
}

function failedAttempt(rng: Rng, request: Request, atMs: number, failure: Failure): Attempt {
  const { outcome, httpStatus, errorCode, latencyMs } = failure;
  return {
    ...asked(request, atMs),
    outcome,
    httpStatus,
    errorCode,
    imagesReturned: 0,
    latencyMs: rng.int(...latencyMs),
    ...(failure.isPaidLoss && {
      usage: request.reportsUsage ? providerUsage(request, request.n, rng) : null,
    }),
  };
}

function succeededAttempt(
  rng: Rng,
  request: Request,
  atMs: number,
  retryOf: string | null,
  accepted: number | null,
): Attempt {
  const { n, quality, acceptedPercent } = request;
  // Now and then one image of several is held back by the provider's filter, and not billed.
  const imagesReturned = n > 1 && rng.happens(0.5) ? n - 1 : n;
  const isJudged = acceptedPercent !== null && rng.happens(JUDGED_PERCENT);
  return {
    ...asked(request, atMs),
    ...leftToTheModel(request, atMs),
    outcome: "succeeded",
    httpStatus: 200,
    imagesReturned,
    imagesAccepted: accepted ?? (isJudged ? countAccepted(rng, imagesReturned, acceptedPercent) : null),
    retryOf,
    latencyMs: Math.round((SECONDS_PER_IMAGE[quality] ?? 20) * (0.6 + 0.4 * n) * 1000 * rng.around(0.35)),
    usage: request.reportsUsage ? providerUsage(request, imagesReturned, rng) : null,
  };
}

function countAccepted(rng: Rng, images: number, acceptedPercent: number): number {
  let accepted = 0;
  for (let image = 0; image < images; image++) if (rng.happens(acceptedPercent)) accepted += 1;
  return accepted;
}
