import "server-only";
import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";

type Rows = Iterable<readonly string[]> | AsyncIterable<readonly string[]>;

/** A stream that takes each row by itself spends more on passing it on than on writing it. */
const ROWS_AT_ONCE = 100;

/** A download of rows as CSV (RFC 4180, UTF-8), written while the client reads it. */
export function csvResponse(fileName: string, rows: Rows): Response {
  // An error ends the download; the client sees that it broke off.
  const csv = Readable.from(writeCsv(rows), { objectMode: false });
  return new Response(Readable.toWeb(csv) as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
    },
  });
}

async function* writeCsv(rows: Rows): AsyncGenerator<string> {
  let waiting: (readonly string[])[] = [];
  for await (const row of rows) {
    waiting.push(row);
    if (waiting.length < ROWS_AT_ONCE) continue;
    yield toText(waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield toText(waiting);
}

function toText(rows: (readonly string[])[]): string {
  return stringify(rows, { record_delimiter: "windows" });
}
