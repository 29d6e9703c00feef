import type { z } from "zod";
import type { Endpoint } from "@/lib/contracts/endpoint";
import { problemSchema } from "@/lib/contracts/errors";
import { ApiError } from "./api-error";
import { type AddressOf, apiUrl } from "./api-url";

type BodyOf<E extends Endpoint> = z.input<NonNullable<E["body"]>>;

export type RequestOf<E extends Endpoint> = AddressOf<E> & {
  signal?: AbortSignal | undefined;
} & (unknown extends BodyOf<E>
    ? { body?: undefined; rawBody?: Blob | string | undefined }
    : { body: BodyOf<E>; rawBody?: undefined });

/** Undefined for addresses that answer with nothing or with a file. */
export type AnswerOf<E extends Endpoint> =
  unknown extends z.output<NonNullable<E["answer"]>> ? undefined : z.output<NonNullable<E["answer"]>>;

/**
 * The one way from the browser to the API. What goes out and comes back is typed by the endpoint's schemas, and the
 * answer is checked against them, so that a screen never draws from a shape it does not know.
 */
export async function callApi<E extends Endpoint>(endpoint: E, request: RequestOf<E>): Promise<AnswerOf<E>> {
  const response = await send(endpoint, request);
  if (!response.ok) throw await problemOf(response);
  if (endpoint.answer === undefined || response.status === 204) return undefined as AnswerOf<E>;
  const parsed = endpoint.answer.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) {
    throw new ApiError(
      "The answer of the server has an unknown form. Reload the page; it may have been updated.",
      "unexpected_answer",
      response.status,
    );
  }
  return parsed.data as AnswerOf<E>;
}

async function send<E extends Endpoint>(endpoint: E, request: RequestOf<E>): Promise<Response> {
  const { body, rawBody, signal } = request as {
    body?: unknown;
    rawBody?: Blob | string;
    signal?: AbortSignal;
  };
  const init: RequestInit = {
    method: endpoint.method,
    headers: { Accept: "application/json, application/problem+json" },
    credentials: "same-origin",
    ...(signal && { signal }),
  };
  if (rawBody !== undefined) {
    init.body = rawBody;
    init.headers = { ...init.headers, "Content-Type": endpoint.rawBody?.[0] ?? "application/octet-stream" };
  } else if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { ...init.headers, "Content-Type": "application/json" };
  }
  try {
    return await fetch(apiUrl(endpoint, request), init);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError("Pixelcast cannot be reached. Check the connection and try again.", "unreachable", 0);
  }
}

async function problemOf(response: Response): Promise<ApiError> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) {
    return new ApiError(
      `The server answered ${response.status} without saying why.`,
      "unexpected_answer",
      response.status,
    );
  }
  return new ApiError(parsed.data.detail, parsed.data.code, response.status, parsed.data);
}
