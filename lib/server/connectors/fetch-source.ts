import "server-only";
import { lookup as resolve, type LookupAddress } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import type { SourceRequest } from "@/lib/connectors";
import { allowsPlainHttp, isAllowedAddress } from "./allowed-address";
import { SourceFailure } from "./source-failure";

export interface SourceResponse {
  status: number;
  retryAfter: string | null;
  body: string;
}

/** A page with a hundred logged pictures in it may be large; anything beyond this is not a page. */
const MOST_BYTES = 48 * 1024 * 1024;
const TIMEOUT_MS = 45_000;

/**
 * Sends one request and reads the whole answer. It connects only to addresses that are allowed, and to the very address
 * that was checked; it follows no redirect, and takes neither for ever nor any amount of memory.
 */
export function fetchSource(
  baseUrl: string,
  request: SourceRequest,
  headers: Readonly<Record<string, string>>,
): Promise<SourceResponse> {
  const url = sourceUrl(baseUrl, request);
  const isPlain = url.protocol === "http:";
  const body = request.body === undefined ? undefined : JSON.stringify(request.body);
  return new Promise((answer, refuse) => {
    const fail = (error: unknown) => refuse(error instanceof SourceFailure ? error : unreachable(url, error));
    const sent = (isPlain ? http : https).request(
      url,
      {
        method: request.method,
        headers: {
          accept: "application/json",
          "accept-encoding": "identity",
          "user-agent": "Pixelcast",
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        // A connection of its own, so that none is kept that was opened to an address which has changed since.
        agent: false,
        lookup: (hostname, options, callback) => resolveAllowed(hostname, options.all === true, callback),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
      (response) => {
        readBody(response).then(
          (text) =>
            answer({
              status: response.statusCode ?? 0,
              retryAfter: response.headers["retry-after"] ?? null,
              body: text,
            }),
          fail,
        );
      },
    );
    sent.on("error", fail);
    sent.end(body);
  });
}

/** The address of a request, refused where no connection may go. Host names are checked again when they are resolved. */
export function sourceUrl(baseUrl: string, { path, query }: Pick<SourceRequest, "path" | "query">): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new SourceFailure("refused", "The address must look like https://host.example.com.");
  }
  if (url.username !== "" || url.password !== "") {
    throw new SourceFailure("refused", "The address must not contain a user name or password.");
  }
  if (url.protocol === "http:" && !allowsPlainHttp(url.hostname)) {
    throw new SourceFailure(
      "refused",
      "The address must begin with https://, so that the key is not sent in the open.",
    );
  }
  const bare = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(bare) !== 0 && !isAllowedAddress(bare, bare)) throw notAllowed(bare);
  url.pathname = url.pathname.replace(/\/+$/, "") + path;
  url.search = new URLSearchParams(query.map(([name, value]) => [name, value])).toString();
  url.hash = "";
  return url;
}

type LookupCallback = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

/** Resolves a name once; the connection goes to what was checked here, so that a name cannot change in between. */
function resolveAllowed(hostname: string, all: boolean, callback: LookupCallback): void {
  resolve(hostname, { all: true, verbatim: true }, (error, addresses) => {
    if (error) return callback(error, []);
    // One forbidden address among allowed ones is a trick, or a mistake that should be seen.
    const [first] = addresses;
    if (first === undefined || addresses.some(({ address }) => !isAllowedAddress(address, hostname))) {
      return callback(notAllowed(hostname), []);
    }
    return all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
}

async function readBody(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      response.destroy();
      throw new SourceFailure("unreadable", "The answer is larger than 48 MB.");
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function notAllowed(host: string): SourceFailure {
  return new SourceFailure(
    "refused",
    `${host} is not on the public internet. Whoever runs Pixelcast can allow it with PIXELCAST_CONNECTOR_HOSTS.`,
  );
}

const REASONS: Record<string, string> = {
  ENOTFOUND: "its name is not known",
  EAI_AGAIN: "its name could not be looked up",
  ECONNREFUSED: "nothing answers there",
  ECONNRESET: "the connection was cut",
  ETIMEDOUT: "it did not answer in time",
  EHOSTUNREACH: "there is no way to it",
  ENETUNREACH: "there is no way to it",
};

function unreachable(url: URL, error: unknown): SourceFailure {
  const { code, name } = error as { code?: unknown; name?: unknown };
  const reason =
    name === "TimeoutError" || name === "AbortError"
      ? "it did not answer in time"
      : (REASONS[String(code)] ??
        (String(code).includes("CERT") ||
        String(code).startsWith("ERR_TLS") ||
        String(code).includes("SELF_SIGNED")
          ? "its certificate is not valid"
          : "the connection failed"));
  return new SourceFailure("unreachable", `${url.host} could not be reached: ${reason}.`);
}
