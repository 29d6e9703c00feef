import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { withClient } from "@/lib/server/migrations/with-client";
import { withDatabase } from "@/lib/server/migrations/with-database";

export interface TestDatabase {
  /** Connects as the owner, who is not bound by row-level security when it is a superuser. Known once tests run. */
  readonly url: string;
}

/**
 * Called at the top of a test file: gives it a migrated, empty database of its own, which the server's modules use as if
 * it were the real one. It is dropped after the file's last test.
 */
export function useTestDatabase(): TestDatabase {
  const { serverUrl, template } = inject("testDatabase");
  const name = `${template}_${randomBytes(4).toString("hex")}`;
  const url = withDatabase(serverUrl, name);
  const [quotedName, quotedTemplate] = [name, template].map((each) => pg.escapeIdentifier(each));

  beforeAll(async () => {
    await withClient(serverUrl, (client) =>
      client.query(`CREATE DATABASE ${quotedName} TEMPLATE ${quotedTemplate}`),
    );
    process.env.DATABASE_URL = url;
    process.env.PIXELCAST_SECRET = "a secret of tests, known to everyone";
  });

  afterAll(async () => {
    const { disconnect } = await import("@/lib/server/db/prisma");
    await disconnect();
    await withClient(serverUrl, (client) => client.query(`DROP DATABASE ${quotedName} WITH (FORCE)`));
  });

  return { url };
}
