import { readEnvironment } from "@/lib/server/env";
import { openDatabase } from "./open-database";
import { runCommand } from "./run-command";

/** Brings the database to the newest schema; opening it does. */
await runCommand(async () => {
  const database = await openDatabase(readEnvironment(), console.error);
  await database.close();
  console.log(`The database in ${database.description} is up to date.`);
  return 0;
});
