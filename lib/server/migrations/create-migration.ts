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
 * The statements that lead from the migrations to prisma/schema.prisma, or null when the two agree. The migrations run in
 * a temporary database beside the given one, which is not changed.
 */
export async function pendingStatements(databaseUrl: string): Promise<string | null> {
  const schema = { path: SCHEMA_PATH, content: readFileSync(SCHEMA_PATH, "utf8") };
  const { stdout } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from: { tag: "migrations", ...readMigrationList() },
      to: { tag: "schemaDatamodel", files: [schema] },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    }),
  );
  const script = stdout ?? "";
  const isEmpty = script.split("\n").every((line) => line.trim() === "" || line.startsWith("--"));
  return isEmpty ? null : script;
}

/** Writes a migration with these statements and returns its folder. */
export function writeMigration(name: string, statements: string, now: Date): string {
  const timestamp = now.toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const directory = join(MIGRATIONS_DIRECTORY, `${timestamp}_${name}`);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "migration.sql"), statements);
  writeFileSync(join(MIGRATIONS_DIRECTORY, LOCKFILE_NAME), LOCKFILE);
  return directory;
}
