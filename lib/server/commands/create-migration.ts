import { parseArgs } from "node:util";
import { ConfigurationError } from "@/lib/server/env";
import { pendingStatements, writeMigration } from "@/lib/server/migrations/create-migration";
import { openThrowawayDatabase } from "@/lib/server/postgres/throwaway-database";
import { runCommand } from "./run-command";

/** Writes the migration that leads to prisma/schema.prisma. Row-level security for new tables is added by hand. */
await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [name] = positionals;
  if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new ConfigurationError("Usage: npm run db:create-migration -- <name_in_small_letters>");
  }
  const database = await openThrowawayDatabase();
  try {
    const statements = await pendingStatements(database.url);
    console.log(
      statements === null
        ? "The migrations already lead to prisma/schema.prisma."
        : `Wrote ${writeMigration(name, statements, new Date())}`,
    );
    return 0;
  } finally {
    await database.close();
  }
});
