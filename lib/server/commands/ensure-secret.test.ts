import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readEnvironment } from "@/lib/server/env";
import { ensureSecret } from "./ensure-secret";

let dataDirectory: string;

beforeEach(() => {
  dataDirectory = mkdtempSync(join(tmpdir(), "pixelcast-secret-"));
});

afterEach(() => rmSync(dataDirectory, { recursive: true, force: true }));

function secret(variables: Record<string, string> = {}): Promise<string> {
  return ensureSecret(readEnvironment({ PIXELCAST_DATA_DIR: dataDirectory, ...variables }));
}

it("is made once and kept where only its owner reads it", async () => {
  const first = await secret();
  expect(first.length).toBeGreaterThanOrEqual(32);
  expect(await secret()).toBe(first);
  expect(readFileSync(join(dataDirectory, "secret"), "utf8").trim()).toBe(first);
  expect(statSync(join(dataDirectory, "secret")).mode & 0o777).toBe(0o600);
});

it("is the same for starts that race", async () => {
  const secrets = await Promise.all([secret(), secret(), secret()]);
  expect(new Set(secrets).size).toBe(1);
});

it("differs from one installation to another", async () => {
  const other = mkdtempSync(join(tmpdir(), "pixelcast-secret-"));
  expect(await secret({ PIXELCAST_DATA_DIR: other })).not.toBe(await secret());
  rmSync(other, { recursive: true });
});

it("is the given one when there is one", async () => {
  await secret();
  const given = "0123456789abcdef0123456789abcdef";
  expect(await secret({ PIXELCAST_SECRET: given })).toBe(given);
});

it("is refused when somebody shortened it", async () => {
  writeFileSync(join(dataDirectory, "secret"), "short\n");
  await expect(secret()).rejects.toThrow(/fewer than 32 characters.*Delete it.*PIXELCAST_SECRET/);
});
