import type { ErrorCode, Problem } from "@/lib/contracts/errors";

export type ApiErrorCode = ErrorCode | "unreachable" | "unexpected_answer";

/** A request that did not succeed. The message is the sentence to show. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    message: string,
    readonly code: ApiErrorCode,
    /** The HTTP status; 0 when no answer came. */
    readonly status: number,
    /** What the server said, when it answered with a problem document. */
    readonly problem: Problem | null = null,
  ) {
    super(message);
  }

  get requestId(): string | null {
    return this.problem?.requestId ?? null;
  }

  /** Which fields of the body were refused, by dotted path, and why. */
  get fields(): readonly { path: string; message: string }[] {
    return this.problem?.errors ?? [];
  }
}

/** The sentence to show for whatever a query or mutation threw. */
export function messageOf(error: unknown): string {
  return error instanceof ApiError ? error.message : "Something went wrong in this page. Reload it.";
}
