import "server-only";
import type { Encoding } from "@/lib/imports";
import { ImportFailure } from "./import-failure";

/** Rows are made from pieces of this length: few are in memory at a time, and whatever waits for them waits a moment. */
const PIECE_BYTES = 16 * 1024;

/** The text of a file's bytes, piece by piece, without the byte order mark. */
export async function* decodeText(
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let position = 0;
  const decode = (bytes: Uint8Array, stream: boolean) => {
    try {
      return decoder.decode(bytes, { stream });
    } catch {
      throw new ImportFailure(
        `Near byte ${position.toLocaleString("en-US")} the file is not ${encoding.toUpperCase()}, though it begins so. Save it as UTF-8 and import it again: what was counted is not counted twice.`,
      );
    }
  };
  for await (const part of parts) {
    for (let start = 0; start < part.byteLength; start += PIECE_BYTES) {
      const piece = part.subarray(start, start + PIECE_BYTES);
      yield decode(piece, true);
      position += piece.byteLength;
    }
  }
  yield decode(new Uint8Array(), false);
}
