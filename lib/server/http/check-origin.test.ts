import { afterEach, expect, test, vi } from "vitest";
import { checkOrigin } from "./check-origin";

afterEach(() => vi.unstubAllEnvs());

function write(headers: Record<string, string>): Request {
  return new Request("http://irrelevant/", { method: "POST", headers });
}

test.each([
  { "sec-fetch-site": "same-origin", host: "localhost:3000" },
  { origin: "http://localhost:3000", host: "localhost:3000" },
  { origin: "http://127.0.0.1:4100", host: "127.0.0.1:4100" },
  { origin: "http://192.168.1.7:3000", host: "192.168.1.7:3000" },
  { origin: "https://pixelcast.example.com", host: "pixelcast.example.com", "x-forwarded-proto": "https" },
])("our own page is let through: %j", (headers) => {
  expect(() => checkOrigin(write(headers))).not.toThrow();
});

test("the configured address is ours, even where a proxy hides it from the host header", () => {
  vi.stubEnv("PIXELCAST_URL", "https://pixelcast.example.com");
  const headers = { origin: "https://pixelcast.example.com", host: "10.0.0.5:3000" };
  expect(() => checkOrigin(write(headers))).not.toThrow();
});

test.each([
  { host: "localhost:3000" },
  { host: "localhost:3000", origin: "null" },
  { host: "localhost:3000", origin: "https://evil.example" },
  { host: "localhost:3000", origin: "http://localhost:3001" },
  { host: "localhost:3000", "sec-fetch-site": "cross-site", origin: "http://localhost:3000" },
  { host: "localhost:3000", "sec-fetch-site": "same-site", origin: "http://localhost:3000" },
  { host: "localhost:3000", "sec-fetch-site": "none" },
])("anything else is refused: %j", (headers) => {
  expect(() => checkOrigin(write(headers))).toThrow(expect.objectContaining({ code: "foreign_origin" }));
});
