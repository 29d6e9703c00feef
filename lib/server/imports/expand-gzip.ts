import "server-only";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { ImportFailure } from "./import-failure";

/** Logs shrink ten to thirty times. What expands further is a trap, or very small. */
const MAX_EXPANSION = 100;
const ALWAYS_EXPANDED_BYTES = 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;

/** Whether a file that begins so is compressed with gzip. */
export function isGzip(beginning: Uint8Array): boolean {
  return beginning[0] === 0x1f && beginning[1] === 0x8b;
}

/**
 * What is inside a gzip file, a chunk at a time, however large it is. A file that is broken, cut off, or that expands
 * beyond what any log does, fails with a reason.
 */
export async function* expandGzip(
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let compressedBytes = 0;
  let expandedBytes = 0;
  async function* counted() {
    for await (const part of parts) {
      for (let start = 0; start < part.byteLength; start += CHUNK_BYTES) {
        const piece = part.subarray(start, start + CHUNK_BYTES);
        compressedBytes += piece.byteLength;
        yield piece;
      }
    }
  }
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // Whatever fails on the way is thrown where the chunks are read.
  pipeline(Readable.from(counted(), { objectMode: false }), gunzip, () => undefined);
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      expandedBytes += chunk.byteLength;
      if (expandedBytes > Math.max(ALWAYS_EXPANDED_BYTES, compressedBytes * MAX_EXPANSION)) {
        throw new ImportFailure(
          `The file expands to more than ${MAX_EXPANSION} times its compressed size. Unpack it and import what is inside.`,
        );
      }
      yield chunk;
    }
  } catch (error) {
    throw isBroken(error) ? new ImportFailure(BROKEN) : error;
  }
}

const BROKEN =
  "The file is compressed with gzip, and is broken or cut off. Compress it again: what was counted is not counted twice.";

function isBroken(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}
