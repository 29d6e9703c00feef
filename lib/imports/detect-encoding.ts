export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

const MARKS: { bytes: readonly number[]; encoding: Encoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
];

/**
 * By the byte order mark; without one UTF-8 where every byte fits it, and else windows-1252, which is what Western
 * spreadsheets write and which any bytes can be read as. Of a long file the first chunks decide.
 */
export function detectEncoding(chunks: readonly Uint8Array[]): Encoding {
  const [first = new Uint8Array()] = chunks;
  const marked = MARKS.find(({ bytes }) => bytes.every((byte, index) => first[index] === byte));
  return marked?.encoding ?? (isUtf8(chunks) ? "utf-8" : "windows-1252");
}

function isUtf8(chunks: readonly Uint8Array[]): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    // Never closed, so that a character cut in two by the end of the last chunk is not held against the file.
    for (const chunk of chunks) decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}
