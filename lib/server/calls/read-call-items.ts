import "server-only";
import { ingestBodySchema, MAX_CALLS_PER_REQUEST } from "@/lib/contracts/calls";
import { fieldErrors } from "@/lib/server/http/field-errors";
import { RequestError } from "@/lib/server/http/request-error";
import { checkCall, type CallCheck } from "./check-call";
import { readCallBody } from "./read-call-body";

/** What a client sent as `{"calls":[…]}` or as one JSON object a line, each judged by itself, in order. */
export async function readCallItems(request: Request, now: Date): Promise<CallCheck[]> {
  const [type = ""] = (request.headers.get("Content-Type") ?? "").split(";");
  switch (type.trim().toLowerCase()) {
    case "application/json":
      return readJsonItems(await readCallBody(request)).map((item) => checkCall(item, now));
    case "application/x-ndjson":
      return readLines(await readCallBody(request)).map(({ line, text }) => checkLine(line, text, now));
    default:
      throw new RequestError(
        "unsupported_media_type",
        "Send the calls as application/json or application/x-ndjson.",
      );
  }
}

function readJsonItems(text: string): unknown[] {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw new RequestError(
      "malformed_json",
      error instanceof Error ? error.message : "The JSON is not complete.",
    );
  }
  const { calls } = (body ?? {}) as { calls?: unknown };
  if (Array.isArray(calls)) limitCount(calls.length);
  const parsed = ingestBodySchema.safeParse(body);
  if (parsed.success) return parsed.data.calls;
  const errors = fieldErrors(parsed.error);
  const [first] = errors;
  throw new RequestError("invalid_request", `${first?.path || "The body"}: ${first?.message}.`, errors);
}

/** Blank lines, such as the one after the last line break, are no items. */
function readLines(text: string): { line: number; text: string }[] {
  const lines = text
    .split("\n")
    .map((content, index) => ({ line: index + 1, text: content.trim() }))
    .filter((line) => line.text !== "");
  limitCount(lines.length);
  return lines;
}

function checkLine(line: number, text: string, now: Date): CallCheck {
  let item: unknown;
  try {
    item = JSON.parse(text);
  } catch {
    return { id: null, errors: [{ path: "", message: `Line ${line} is not valid JSON` }] };
  }
  return checkCall(item, now);
}

function limitCount(count: number): void {
  if (count > 0 && count <= MAX_CALLS_PER_REQUEST) return;
  const limit = MAX_CALLS_PER_REQUEST.toLocaleString("en-US");
  const message =
    count === 0
      ? "Send at least one call"
      : `At most ${limit} calls fit in one request; this one has ${count.toLocaleString("en-US")}`;
  throw new RequestError("invalid_request", `${message}.`, [{ path: "calls", message }]);
}
