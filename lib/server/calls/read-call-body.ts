import "server-only";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { RequestError } from "@/lib/server/http/request-error";
import { readBytes } from "@/lib/server/http/read-json";

const MIB = 1024 * 1024;
/** Ten thousand calls with every field filled take about 10 MiB. */
const MAX_TEXT_BYTES = 64 * MIB;
const MAX_COMPRESSED_BYTES = 16 * MIB;

/** Logs shrink ten to thirty times. What expands further is a trap, or very small. */
const MAX_EXPANSION = 100;
const ALWAYS_EXPANDED_BYTES = MIB;

const decompress = promisify(gunzip);

/** The text of a request's body, which may be compressed with gzip. Expansion stops at the limit. */
export async function readCallBody(request: Request): Promise<string> {
  const encoding = (request.headers.get("Content-Encoding") ?? "identity").trim().toLowerCase();
  if (encoding === "identity" || encoding === "") return decodeUtf8(await readBytes(request, MAX_TEXT_BYTES));
  if (encoding !== "gzip" && encoding !== "x-gzip") {
    throw new RequestError("unsupported_media_type", "Send the body plain, or compressed with gzip.");
  }
  return decodeUtf8(await expand(await readBytes(request, MAX_COMPRESSED_BYTES)));
}

async function expand(bytes: Uint8Array): Promise<Uint8Array> {
  const expandable = Math.max(ALWAYS_EXPANDED_BYTES, bytes.byteLength * MAX_EXPANSION);
  const maxOutputLength = Math.min(MAX_TEXT_BYTES, expandable);
  try {
    return await decompress(bytes, { maxOutputLength });
  } catch (error) {
    if (error instanceof RangeError) {
      const limit =
        maxOutputLength === MAX_TEXT_BYTES
          ? `${MAX_TEXT_BYTES / MIB} MiB`
          : `${MAX_EXPANSION} times its compressed size`;
      throw new RequestError("body_too_large", `The body expands to more than ${limit}.`);
    }
    throw new RequestError("malformed_encoding", "The body is announced as gzip and is not valid gzip.");
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new RequestError("malformed_encoding", "The body is not UTF-8 text.");
  }
}
