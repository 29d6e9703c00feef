import { expect, test } from "vitest";
import { JSON_LIMIT_BYTES, readJson } from "./read-json";

function send(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const request = new Request("http://localhost/", {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });
  return readJson(request);
}

test("JSON is read, with a charset or a byte order mark too", async () => {
  expect(await send('{"a":[1,"é"]}')).toEqual({ a: [1, "é"] });
  expect(await send("\ufeff[]", { "content-type": 'Application/JSON; charset="UTF-8"' })).toEqual([]);
});

test.each([
  ["text that is not JSON", '{"a":', {}, "malformed_json"],
  ["nothing", "", {}, "malformed_json"],
  ["bytes that are not UTF-8", Uint8Array.of(0x22, 0xff, 0x22), {}, "malformed_encoding"],
  ["another content type", "{}", { "content-type": "text/plain" }, "unsupported_media_type"],
  ["another charset", "{}", { "content-type": "application/json; charset=utf-16" }, "unsupported_media_type"],
  ["a compressed body", "{}", { "content-encoding": "gzip" }, "unsupported_media_type"],
  ["a body over the limit", `"${"a".repeat(JSON_LIMIT_BYTES)}"`, {}, "body_too_large"],
] as const)("%s is refused", async (_name, body, headers, code) => {
  await expect(send(body, headers)).rejects.toMatchObject({ code });
});

test("a body without a stated length is cut off at the limit, not read to its end", async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 64 * 1024;
      controller.enqueue(new Uint8Array(64 * 1024));
    },
  });
  const request = new Request("http://localhost/", {
    method: "POST",
    body: endless,
    headers: { "content-type": "application/json" },
    duplex: "half",
  } as RequestInit);
  await expect(readJson(request)).rejects.toMatchObject({ code: "body_too_large" });
  expect(sent).toBeLessThan(2 * JSON_LIMIT_BYTES);
});
