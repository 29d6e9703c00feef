import type pg from "pg";
import { migrationNames, NO_FILTER, readMigrationList } from "./migration-list";
import { withSchemaEngine } from "./schema-engine";
import { withClient } from "./with-client";

/** Any constant that no other program is likely to choose; Prisma's own lock is another. */
const LOCK_KEY = 7_416_283_051;
const OLDEST_SERVER_VERSION = 150_000;

/**
 * Brings a database to the newest schema and returns the names of the migrations that it applied. The lock makes a
 * second caller wait, then find nothing to do.
 */
export function applyMigrations(databaseUrl: string): Promise<string[]> {
  return withClient(databaseUrl, async (client) => {
    await refuseOldServer(client);
    await client.query("SELECT pg_advisory_lock($1)", [LOCK_KEY]);
    if (await isUpToDate(client)) return [];
    const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, (engine) =>
      engine.applyMigrations({ migrationsList: readMigrationList(), filters: NO_FILTER }),
    );
    return appliedMigrationNames;
  });
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; name: string }>(
    "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS name",
  );
  const version = rows[0];
  if (version !== undefined && version.number < OLDEST_SERVER_VERSION) {
    throw new Error(`The database runs PostgreSQL ${version.name}. Pixelcast needs version 15 or newer.`);
  }
}

/** Spares the usual start the compiling of the engine. Whatever is unusual is left for the engine to judge. */
async function isUpToDate(client: pg.Client): Promise<boolean> {
  const table = await client.query("SELECT to_regclass('_prisma_migrations') AS found");
  if ((table.rows as { found: string | null }[])[0]?.found == null) return false;
  const { rows } = await client.query<{ name: string; finished: boolean }>(
    "SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  const applied = new Set(rows.filter((row) => row.finished).map((row) => row.name));
  return rows.every((row) => row.finished) && migrationNames().every((name) => applied.has(name));
}
