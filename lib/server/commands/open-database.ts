import { ConfigurationError, type Environment } from "@/lib/server/env";
import { applyMigrations } from "@/lib/server/migrations/apply-migrations";
import { withClient } from "@/lib/server/migrations/with-client";
import { openEmbeddedDatabase, type EmbeddedDatabase } from "@/lib/server/postgres/open-embedded-database";
import { syncCatalogue } from "@/lib/server/prices/sync-catalogue";

export interface OpenDatabase {
  url: string;
  /** For people; without the password. */
  description: string;
  /** Null when DATABASE_URL names a database that others look after. */
  embedded: EmbeddedDatabase | null;
  close: () => Promise<void>;
}

/** The database of the settings: running, migrated, and with the price catalogue of this release. */
export async function openDatabase(
  environment: Environment,
  report: (message: string) => void,
): Promise<OpenDatabase> {
  const database =
    environment.databaseUrl === undefined
      ? await openEmbedded(environment.dataDirectory, report)
      : await reach(environment.databaseUrl);
  try {
    await applyMigrations(database.url);
    await withClient(database.url, syncCatalogue);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openEmbedded(dataDirectory: string, report: (message: string) => void): Promise<OpenDatabase> {
  const embedded = await openEmbeddedDatabase({ dataDirectory, report });
  return { url: embedded.url, description: embedded.directory, embedded, close: embedded.close };
}

async function reach(url: string): Promise<OpenDatabase> {
  try {
    await withClient(url, (client) => client.query("SELECT 1"));
  } catch (error) {
    throw new ConfigurationError(
      `The database of DATABASE_URL does not let Pixelcast in: ${reason(error)}. Check the address, the user and the password, or leave DATABASE_URL out to use the PostgreSQL that comes with Pixelcast.`,
    );
  }
  const { host, pathname } = new URL(url);
  return { url, description: `${host}${pathname}`, embedded: null, close: () => Promise.resolve() };
}

/** Several addresses of one name fail as one error without a message of its own. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join(", ");
  return error instanceof Error ? error.message : String(error);
}
