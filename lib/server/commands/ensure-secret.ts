import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationError, type Environment } from "@/lib/server/env";
import { giveToOwnerOfFolder } from "@/lib/server/postgres/connection";
import { createDataDirectory } from "@/lib/server/postgres/home";
import { withLock } from "@/lib/server/postgres/file-lock";

const SHORTEST = 32;
const PATIENCE_MS = 10_000;

/** The secret that signs sessions and hashes API keys: the given one, or one that is made once and kept. */
export async function ensureSecret({ secret, dataDirectory }: Environment): Promise<string> {
  if (secret !== undefined) return secret;
  createDataDirectory(dataDirectory);
  const path = join(dataDirectory, "secret");
  return withLock(`${path}.lock`, PATIENCE_MS, () => {
    if (!existsSync(path)) {
      writeFileSync(`${path}.new`, `${randomBytes(48).toString("base64url")}\n`, { mode: 0o600 });
      giveToOwnerOfFolder(`${path}.new`);
      renameSync(`${path}.new`, path);
    }
    const kept = readFileSync(path, "utf8").trim();
    if (kept.length >= SHORTEST) return kept;
    throw new ConfigurationError(
      `${path} holds fewer than ${SHORTEST} characters. Delete it to have a new secret made (everyone signs in again and API keys stop working), or set PIXELCAST_SECRET.`,
    );
  });
}
