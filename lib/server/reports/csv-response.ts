import "server-only";
import { pipeline, Readable } from "node:stream";
import { stringify } from "csv-stringify";

/** A download of rows as CSV (RFC 4180, UTF-8), written while the client reads it. */
export function csvResponse(
  fileName: string,
  rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>,
): Response {
  const csv = stringify({ record_delimiter: "windows" });
  // An error on either side ends both; the client sees a download that broke off.
  pipeline(Readable.from(rows), csv, () => undefined);
  return new Response(Readable.toWeb(csv) as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
    },
  });
}
