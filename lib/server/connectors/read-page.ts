import "server-only";
import {
  type ConnectorKind,
  PageProblem,
  type PageReading,
  type ReadPosition,
  readSourcePage,
  sourceRequest,
} from "@/lib/connectors";
import { fetchSource, type SourceResponse } from "./fetch-source";
import type { Credentials } from "./seal-credentials";
import { SourceFailure } from "./source-failure";
import { sourceHeaders } from "./source-headers";

export interface Source {
  kind: ConnectorKind;
  baseUrl: string;
  credentials: Credentials;
}

const SOURCE_NAMES: Record<ConnectorKind, string> = {
  openai: "OpenAI",
  litellm: "LiteLLM",
  langfuse: "Langfuse",
  helicone: "Helicone",
};

/** What to do about a key that is not accepted. */
const KEY_ADVICE: Record<ConnectorKind, string> = {
  openai: "Enter an admin key of the organization; other keys cannot read usage and costs.",
  litellm: "Enter the master key, or the key of an admin who may view spend logs.",
  langfuse: "Enter the public and the secret key of one project, and the address of its region.",
  helicone: "Enter an API key that may read, and the address of its region.",
};

/** Asks a source for the page at a position and reads it. What goes wrong is a SourceFailure. */
export async function readPage(source: Source, position: ReadPosition, now: Date): Promise<PageReading> {
  const { kind, baseUrl, credentials } = source;
  const response = await fetchSource(
    baseUrl,
    sourceRequest(kind, position),
    sourceHeaders(kind, credentials),
  );
  if (response.status !== 200) throw statusFailure(kind, response, now);
  try {
    return readSourcePage(kind, position, parse(response.body));
  } catch (error) {
    if (!(error instanceof PageProblem)) throw error;
    throw new SourceFailure(
      "unreadable",
      `${SOURCE_NAMES[kind]} answered something unexpected. ${error.message}.`,
    );
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    const isPage = /^\s*</.test(body);
    throw new PageProblem(
      isPage ? "It is a web page and not JSON; check the address" : "It is not valid JSON",
    );
  }
}

function statusFailure(
  kind: ConnectorKind,
  { status, retryAfter }: SourceResponse,
  now: Date,
): SourceFailure {
  const name = SOURCE_NAMES[kind];
  if (status === 401 || status === 403) {
    return new SourceFailure("refused", `${name} does not accept the key (${status}). ${KEY_ADVICE[kind]}`);
  }
  if (status === 429) {
    return new SourceFailure("slow_down", `${name} asks to be read more slowly.`, waitOf(retryAfter, now));
  }
  if (status === 408 || status >= 500) {
    return new SourceFailure("unreachable", `${name} has trouble of its own (${status}).`);
  }
  if (status >= 300 && status < 400) {
    return new SourceFailure(
      "refused",
      `${name} sends to another address (${status}). Enter that address instead.`,
    );
  }
  if (status === 404) {
    return new SourceFailure(
      "refused",
      `There is no such interface under this address (404). Check the address of ${name} and its version.`,
    );
  }
  return new SourceFailure("unreadable", `${name} did not understand the request (${status}).`);
}

/** `Retry-After` in seconds or as a date; without one, a minute. */
function waitOf(retryAfter: string | null, now: Date): number {
  const text = retryAfter?.trim() ?? "";
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1000;
  const until = Date.parse(text);
  return Number.isNaN(until) ? 60_000 : Math.max(0, until - now.getTime());
}
