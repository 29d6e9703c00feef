import { randomBytes } from "node:crypto";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { ensureGeneratedClient } from "@/lib/server/commands/ensure-generated-client";
import { applyMigrations } from "@/lib/server/migrations/apply-migrations";
import { withClient } from "@/lib/server/migrations/with-client";
import { withDatabase } from "@/lib/server/migrations/with-database";
import { openThrowawayDatabase, type ThrowawayDatabase } from "@/lib/server/postgres/throwaway-database";

declare module "vitest" {
  export interface ProvidedContext {
    testDatabase: { serverUrl: string; template: string };
  }
}

/**
 * Before the database tests: a server, and in it one migrated database that each test file gets a copy of. The server is
 * a throwaway one, or the one of TEST_DATABASE_URL, whose user must be allowed to create databases.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await ensureGeneratedClient();
  const server = await openServer();
  const template = `pixelcast_test_${randomBytes(6).toString("hex")}`;
  await withClient(server.url, (client) => client.query(`CREATE DATABASE ${pg.escapeIdentifier(template)}`));
  await applyMigrations(withDatabase(server.url, template));
  project.provide("testDatabase", { serverUrl: server.url, template });
  return async () => {
    await withClient(server.url, (client) => client.query(`DROP DATABASE ${pg.escapeIdentifier(template)}`));
    await server.close();
  };
}

function openServer(): Promise<ThrowawayDatabase> {
  const url = process.env.TEST_DATABASE_URL;
  return url ? Promise.resolve({ url, close: () => Promise.resolve() }) : openThrowawayDatabase();
}
