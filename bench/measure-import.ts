import { setTimeout as sleep } from "node:timers/promises";
import { IMPORT_PART_BYTES, type Import } from "@/lib/contracts/imports";
import type { ImportMapping } from "@/lib/imports";
import { type Figure, perSecond } from "./figures";
import { callToSend } from "./log-of-calls";
import type { Product } from "./product";
import { watchMemory } from "./product-memory";

const ROWS = 200_000;
/** Five times as long: what a file's length does to memory would show. */
const MORE_ROWS = 1_000_000;
const POLL_MS = 100;
const GOAL_ROWS_PER_SECOND = 40_000;

/** Log files of new calls, from the start of their reading to the last row, and the memory of the process that reads them. */
export async function measureImport(product: Product, apiKey: string): Promise<Figure[]> {
  await importFile(product, apiKey, "import-warm", ROWS / 10);
  return [
    await measureFile(product, apiKey, "import", ROWS),
    await measureFile(product, apiKey, "import-long", MORE_ROWS),
  ];
}

async function measureFile(product: Product, apiKey: string, prefix: string, rows: number): Promise<Figure> {
  const memory = watchMemory(product, "background work");
  const server = watchMemory(product, "web server");
  try {
    const { seconds, bytes } = await importFile(product, apiKey, prefix, rows);
    const [peakMiB, serverPeakMiB] = [memory.peakMiB(), server.peakMiB()];
    return {
      area: "import",
      what: `${rows.toLocaleString("en-US")} rows of JSON lines, ${Math.round(bytes / 1024 / 1024)} MiB, of the last day`,
      measured: `${perSecond(rows / seconds, "rows")}, process that reads at most ${Math.round(peakMiB)} MiB, web server ${Math.round(serverPeakMiB)} MiB`,
      against: `${perSecond(GOAL_ROWS_PER_SECOND, "rows")}; ${Math.round(memory.beforeMiB)} and ${Math.round(server.beforeMiB)} MiB before it`,
      raw: {
        rows,
        seconds,
        peakMiB,
        beforeMiB: memory.beforeMiB,
        serverPeakMiB,
        serverBeforeMiB: server.beforeMiB,
      },
    };
  } finally {
    memory.stop();
    server.stop();
  }
}

async function importFile(
  product: Product,
  apiKey: string,
  prefix: string,
  rows: number,
): Promise<{ seconds: number; bytes: number }> {
  const file = logFile(prefix, rows);
  const call = <Answer>(method: string, path: string, body?: Buffer | object) =>
    request<Answer>(product, apiKey, method, path, body);
  const created = { fileName: `${prefix}.jsonl`, fileBytes: file.byteLength };
  const { id } = await call<Import>("POST", "", created);
  for (let position = 0; position * IMPORT_PART_BYTES < file.byteLength; position += 1) {
    const start = position * IMPORT_PART_BYTES;
    await call("PUT", `/${id}/parts/${position}`, file.subarray(start, start + IMPORT_PART_BYTES));
  }
  const { proposed } = await call<{ proposed: ImportMapping }>("POST", `/${id}/inspect`);
  await call("POST", `/${id}/start`, { mapping: proposed });
  let startedAt: number | undefined;
  for (;;) {
    const { status, rowsCreated, failure } = await call<Import>("GET", `/${id}`);
    if (status !== "queued") startedAt ??= performance.now();
    if (status === "done") {
      if (rowsCreated !== rows) throw new Error(`Of ${rows} rows ${rowsCreated} became calls.`);
      return { seconds: (performance.now() - (startedAt ?? 0)) / 1000, bytes: file.byteLength };
    }
    if (status !== "queued" && status !== "running")
      throw new Error(`The import is ${status}: ${failure ?? ""}`);
    await sleep(POLL_MS);
  }
}

const LINES_AT_ONCE = 10_000;

function logFile(prefix: string, rows: number): Buffer {
  const pieces: Buffer[] = [];
  for (let start = 0; start < rows; start += LINES_AT_ONCE) {
    const count = Math.min(LINES_AT_ONCE, rows - start);
    const lines = Array.from(
      { length: count },
      (_, index) => `${JSON.stringify(callToSend(start + index, prefix, "today"))}\n`,
    );
    pieces.push(Buffer.from(lines.join("")));
  }
  return Buffer.concat(pieces);
}

async function request<Answer>(
  { origin }: Product,
  apiKey: string,
  method: string,
  path: string,
  body?: Buffer | object,
): Promise<Answer> {
  const isFile = body instanceof Buffer;
  const answer = await fetch(`${origin}/api/v1/imports${path}`, {
    method,
    headers: {
      authorization: `Bearer ${apiKey}`,
      ...(body && { "content-type": isFile ? "application/octet-stream" : "application/json" }),
    },
    ...(body && { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
