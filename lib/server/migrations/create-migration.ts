import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  LOCKFILE,
  LOCKFILE_NAME,
  MIGRATIONS_DIRECTORY,
  NO_FILTER,
  readMigrationList,
  SCHEMA_PATH,
} from "./migration-list";
import { withSchemaEngine } from "./schema-engine";

/**
 * Writes the migration that leads from the existing migrations to prisma/schema.prisma, and returns its folder, or null
 * when they agree. The migrations run in a temporary database beside the given one, which is not changed.
 */
export async function createMigration(databaseUrl: string, name: string, now: Date): Promise<string | null> {
  const script = await withSchemaEngine(databaseUrl, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: "migrations", ...readMigrationList() },
      to: {
        tag: "schemaDatamodel",
        files: [{ path: SCHEMA_PATH, content: readFileSync(SCHEMA_PATH, "utf8") }],
      },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    return stdout ?? "";
  });
  if (/^\s*(--[^\n]*\s*)*$/.test(script)) return null;

  const timestamp = now.toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const directory = join(MIGRATIONS_DIRECTORY, `${timestamp}_${name}`);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "migration.sql"), script);
  writeFileSync(join(MIGRATIONS_DIRECTORY, LOCKFILE_NAME), LOCKFILE);
  return directory;
}
