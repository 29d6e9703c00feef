import "server-only";
import { RequestError } from "./request-error";

export const JSON_LIMIT_BYTES = 1024 * 1024;

/** The JSON value of a request's body. */
export async function readJson(request: Request, limitBytes = JSON_LIMIT_BYTES): Promise<unknown> {
  const contentType = request.headers.get("Content-Type") ?? "";
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(contentType)) {
    throw new RequestError("unsupported_media_type", "Send the body as application/json.");
  }
  const encoding = request.headers.get("Content-Encoding") ?? "identity";
  if (encoding.trim().toLowerCase() !== "identity") {
    throw new RequestError("unsupported_media_type", "This address takes no compressed bodies.");
  }
  const text = decodeUtf8(await readBytes(request, limitBytes));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RequestError(
      "malformed_json",
      error instanceof Error ? error.message : "The JSON ends too early.",
    );
  }
}

/** The body's bytes, read no further than the limit whatever length the request claims. */
export async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new RequestError(
      "body_too_large",
      `The body may hold at most ${limitBytes.toLocaleString("en-US")} bytes.`,
    );
  if (Number(request.headers.get("Content-Length") ?? 0) > limitBytes) throw tooLarge();
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body as ReadableStream<Uint8Array>) {
    length += chunk.byteLength;
    if (length > limitBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new RequestError("malformed_encoding", "The body is not UTF-8 text.");
  }
}
