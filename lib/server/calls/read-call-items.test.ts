import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readCallItems } from "./read-call-items";

const NOW = new Date("2026-11-23T12:00:00Z");
const call = (id: string) => ({ id, occurredAt: "2026-11-03T10:22:41Z", model: "gpt-image-2" });

const JSON_TYPE = "application/json";
const LINES_TYPE = "application/x-ndjson";

function read(body: string | Uint8Array<ArrayBuffer>, type: string = JSON_TYPE, encoding?: string) {
  const headers = { "Content-Type": type, ...(encoding !== undefined && { "Content-Encoding": encoding }) };
  return readCallItems(new Request("http://localhost/", { method: "POST", body, headers }), NOW);
}

const zipped = (text: string | Uint8Array) => new Uint8Array(gzipSync(text));

const ids = async (reading: ReturnType<typeof read>) =>
  (await reading).map((check) => ("checked" in check ? check.checked.call.id : check.errors[0]?.message));

describe("readCallItems", () => {
  it("reads JSON and NDJSON, plain and compressed, with a charset or a byte order mark", async () => {
    const json = JSON.stringify({ calls: [call("a"), call("b")] });
    const lines = `${JSON.stringify(call("a"))}\r\n\n${JSON.stringify(call("b"))}\n`;
    for (const reading of [
      read(json),
      read(json, "application/json; charset=utf-8"),
      read(zipped(json), JSON_TYPE, "gzip"),
      read(lines, LINES_TYPE),
      read(`\uFEFF${lines}`, LINES_TYPE),
      read(zipped(lines), LINES_TYPE, "GZIP"),
    ]) {
      expect(await ids(reading)).toEqual(["a", "b"]);
    }
  });

  it("keeps a broken line apart from the others", async () => {
    const lines = [JSON.stringify(call("a")), '{"id":', JSON.stringify(call("b"))].join("\n");
    expect(await ids(read(lines, LINES_TYPE))).toEqual(["a", "Line 2 is not valid JSON", "b"]);
  });

  it("takes 10,000 calls and says how many were too many", async () => {
    const most = Array.from({ length: 10_000 }, (_, index) => call(`c${index}`));
    expect(await read(JSON.stringify({ calls: most }))).toHaveLength(10_000);
    const refusal = {
      code: "invalid_request",
      detail: "At most 10,000 calls fit in one request; this one has 10,001.",
      errors: [{ path: "calls" }],
    };
    const tooMany = [...most, call("more")];
    await expect(read(JSON.stringify({ calls: tooMany }))).rejects.toMatchObject(refusal);
    const lines = tooMany.map((each) => JSON.stringify(each)).join("\n");
    await expect(read(lines, LINES_TYPE)).rejects.toMatchObject(refusal);
  });

  it.each([
    ["nothing", "", "malformed_json"],
    ["half of a body", '{"calls":[', "malformed_json"],
    ["no call", '{"calls":[]}', "invalid_request"],
    ["no list", '{"calls":{}}', "invalid_request"],
    ["a list alone", "[]", "invalid_request"],
    ["null", "null", "invalid_request"],
    ["another field", '{"calls":[{}],"more":1}', "invalid_request"],
  ])("refuses %s", async (_, body, code) => {
    await expect(read(body)).rejects.toMatchObject({ code });
  });

  it("refuses blank NDJSON, other types, other encodings and bytes that are no text", async () => {
    await expect(read("\n\n", LINES_TYPE)).rejects.toMatchObject({ code: "invalid_request" });
    await expect(read("{}", "text/csv")).rejects.toMatchObject({ code: "unsupported_media_type" });
    await expect(read("{}", JSON_TYPE, "br")).rejects.toMatchObject({ code: "unsupported_media_type" });
    await expect(read(new Uint8Array([0x7b, 0xff]))).rejects.toMatchObject({ code: "malformed_encoding" });
  });

  it("refuses what is announced as gzip and is not, or is cut off, or expands without end", async () => {
    const refused = (bytes: Uint8Array<ArrayBuffer>, code: string) =>
      expect(read(bytes, JSON_TYPE, "gzip")).rejects.toMatchObject({ code });
    await refused(new TextEncoder().encode('{"calls":[]}'), "malformed_encoding");
    await refused(zipped(JSON.stringify({ calls: [call("a")] })).slice(0, -9), "malformed_encoding");
    await refused(zipped(new Uint8Array(65 * 1024 * 1024).fill(32)), "body_too_large");
    // Two megabytes of spaces shrink a thousand times, far more than any log.
    await refused(zipped(new Uint8Array(2 * 1024 * 1024).fill(32)), "body_too_large");
  });

  it("refuses a body that is larger than any batch of calls", async () => {
    await expect(read(" ".repeat(64 * 1024 * 1024 + 1))).rejects.toMatchObject({ code: "body_too_large" });
  });
});
