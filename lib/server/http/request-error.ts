import "server-only";
import type { ErrorCode } from "@/lib/contracts/errors";

export interface FieldError {
  /** Dotted, such as `mix.0.share`; empty for the body as a whole. */
  path: string;
  message: string;
}

/** A failure that the caller should hear about, in words for the caller. Anything else that is thrown is an `internal` error. */
export class RequestError extends Error {
  override readonly name = "RequestError";

  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    readonly errors?: readonly FieldError[],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
  }
}
