import { afterEach, describe, expect, test, vi } from "vitest";
import { isAllowedAddress } from "./allowed-address";
import { fetchSource, sourceUrl } from "./fetch-source";
import { SourceFailure } from "./source-failure";
import { useFakeSource } from "./testing/fake-source";

const source = useFakeSource();
afterEach(() => vi.unstubAllEnvs());

const request = { method: "GET", path: "/v1/costs", query: [["page", "a&b"]] } as const;

/** A server that others reach: nobody but its operator may say what is allowed beside the public internet. */
function serveOthers(hosts = ""): void {
  vi.stubEnv("HOST", "0.0.0.0");
  vi.stubEnv("PIXELCAST_CONNECTOR_HOSTS", hosts);
}

describe("on a server that others reach", () => {
  test.each([
    "127.0.0.1",
    "127.8.9.10",
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::a00:1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "ff02::1",
    "2001:db8::1",
    "2002:a00:1::",
    "2001:0:a00:1::",
  ])("%s is refused", (address) => {
    serveOthers();
    expect(isAllowedAddress(address, "host.example.com")).toBe(false);
  });

  test.each(["8.8.8.8", "172.32.0.1", "104.18.7.192", "2606:4700::6812:7c0", "2a00:1450:4001::1"])(
    "%s is allowed",
    (address) => {
      serveOthers();
      expect(isAllowedAddress(address, "host.example.com")).toBe(true);
    },
  );

  test("its operator may allow hosts, addresses and networks, and nothing beside them", () => {
    serveOthers("litellm.internal, 10.1.0.0/16,fd00::/8,192.168.1.5");
    expect(isAllowedAddress("172.16.0.1", "LiteLLM.internal")).toBe(true);
    expect(isAllowedAddress("172.16.0.1", "other.internal")).toBe(false);
    expect(isAllowedAddress("10.1.2.3", "x")).toBe(true);
    expect(isAllowedAddress("10.2.2.3", "x")).toBe(false);
    expect(isAllowedAddress("fd00::7", "x")).toBe(true);
    expect(isAllowedAddress("192.168.1.5", "x")).toBe(true);
    expect(isAllowedAddress("192.168.1.6", "x")).toBe(false);
  });

  test("nothing is sent to a name that leads to a forbidden address, nor to the address itself", async () => {
    serveOthers();
    source.answer(() => ({ page: {} }));
    const port = new URL(source.url).port;
    for (const host of ["localhost", "127.0.0.1", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"]) {
      const failure = await Promise.resolve()
        .then(() => fetchSource(`https://${host}:${port}`, request, {}))
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(SourceFailure);
      expect(failure).toMatchObject({ kind: "refused" });
    }
    await expect(fetchSource(`http://localhost:${port}`, request, {})).rejects.toMatchObject({
      message: expect.stringContaining("PIXELCAST_CONNECTOR_HOSTS") as string,
    });
    expect(source.calls).toHaveLength(0);
  });
});

test("on a machine whose owner is its only user, that machine may be read", async () => {
  source.answer(() => ({ page: { ok: true } }));
  const response = await fetchSource(source.url, request, { authorization: "Bearer x" });
  expect(response).toEqual({ status: 200, retryAfter: null, body: '{"ok":true}' });
  expect(source.calls[0]?.url.searchParams.get("page")).toBe("a&b");
  expect(isAllowedAddress("10.0.0.1", "x")).toBe(false);
});

test("a redirect is not followed", async () => {
  source.answer(() => ({ status: 302, headers: { location: "http://169.254.169.254/" } }));
  expect(await fetchSource(source.url, request, {})).toMatchObject({ status: 302 });
  expect(source.calls).toHaveLength(1);
});

test("an answer that never ends is not kept", async () => {
  source.answer(() => ({ text: "x".repeat(49 * 1024 * 1024) }));
  await expect(fetchSource(source.url, request, {})).rejects.toMatchObject({ kind: "unreadable" });
});

test.each([
  ["ftp://example.com", "must look like"],
  ["not an address", "must look like"],
  ["https://user:password@example.com", "must not contain"],
  ["http://example.com", "must begin with https://"],
  ["http://10.0.0.1", "must begin with https://"],
])("%s is refused", (address, words) => {
  expect(() => sourceUrl(address, request)).toThrow(words);
});

test("an address may have a path of its own", () => {
  expect(sourceUrl("https://example.com/proxy/", request).href).toBe(
    "https://example.com/proxy/v1/costs?page=a%26b",
  );
});
