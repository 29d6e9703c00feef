import { afterEach, expect, test, vi } from "vitest";
import { isLocalSignInAllowed } from "./local-sign-in";

afterEach(() => vi.unstubAllEnvs());

/** As Next.js passes them on: it fills in the forwarded headers from the connection. */
function from(host: string, address: string, forwardedHost = host): Headers {
  return new Headers({ host, "x-forwarded-host": forwardedHost, "x-forwarded-for": address });
}

test.each([
  ["localhost:3000", "::1"],
  ["127.0.0.1:3000", "127.0.0.1"],
  ["[::1]:8080", "::ffff:127.0.0.1"],
])("this machine may: %s from %s", (host, address) => {
  expect(isLocalSignInAllowed(from(host, address))).toBe(true);
});

test.each([
  ["a name that points here", from("rebound.evil.example:3000", "127.0.0.1")],
  ["a name that looks alike", from("localhost.evil.example", "127.0.0.1")],
  ["another machine that claims our name", from("localhost:3000", "192.168.1.20")],
  ["a visitor behind a local proxy", from("localhost:3000", "203.0.113.9, 127.0.0.1")],
  ["a proxy's public name", from("localhost:3000", "127.0.0.1", "pixelcast.example.com")],
  ["a request without a host", new Headers()],
])("%s may not", (_name, headers) => {
  expect(isLocalSignInAllowed(headers)).toBe(false);
});

test("nobody may when it is switched off, or when the server is meant for others", () => {
  vi.stubEnv("PIXELCAST_LOCAL_SIGN_IN", "off");
  expect(isLocalSignInAllowed(from("localhost:3000", "::1"))).toBe(false);
  vi.stubEnv("PIXELCAST_LOCAL_SIGN_IN", "auto");
  vi.stubEnv("HOST", "0.0.0.0");
  expect(isLocalSignInAllowed(from("localhost:3000", "::1"))).toBe(false);
  vi.stubEnv("PIXELCAST_LOCAL_SIGN_IN", "on");
  expect(isLocalSignInAllowed(from("localhost:3000", "::1"))).toBe(false);
});
