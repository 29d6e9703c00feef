import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { applyMigrations } from "./apply-migrations";
import { pendingStatements } from "./create-migration";
import { migrationNames, MIGRATIONS_DIRECTORY } from "./migration-list";
import { withClient } from "./with-client";

const database = useTestDatabase();

beforeEach(async () => {
  await withClient(database.url, (client) =>
    client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public"),
  );
});

it("applies each migration once, although two starts race", async () => {
  const outcomes = await Promise.all([applyMigrations(database.url), applyMigrations(database.url)]);
  expect(outcomes.flat()).toEqual(migrationNames());
  expect(await applyMigrations(database.url)).toEqual([]);
});

it("records them as `prisma migrate deploy` does", async () => {
  await applyMigrations(database.url);
  const { rows } = await withClient(database.url, (client) =>
    client.query(
      "SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, rolled_back_at FROM _prisma_migrations ORDER BY 1",
    ),
  );
  const expected = migrationNames().map((name) => {
    const script = readFileSync(join(MIGRATIONS_DIRECTORY, name, "migration.sql"));
    const checksum = createHash("sha256").update(script).digest("hex");
    return { migration_name: name, checksum, finished: true, rolled_back_at: null };
  });
  expect(rows).toEqual(expected);
});

it("leads to the schema that the client is generated from", async () => {
  expect(await pendingStatements(database.url)).toBeNull();
});

it("does not go on over a migration that failed", async () => {
  await applyMigrations(database.url);
  await withClient(database.url, (client) =>
    client.query("UPDATE _prisma_migrations SET finished_at = NULL, logs = 'it failed'"),
  );
  await expect(applyMigrations(database.url)).rejects.toThrow(/failed migrations/);
});
