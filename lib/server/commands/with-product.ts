import { readEnvironment } from "@/lib/server/env";
import { ensureGeneratedClient } from "./ensure-generated-client";
import { ensureSecret } from "./ensure-secret";
import { openDatabase } from "./open-database";

/** Runs work on the product's modules outside its web server, which may run or not. */
export async function withProduct<T>(work: () => Promise<T>): Promise<T> {
  const environment = readEnvironment();
  const [secret] = await Promise.all([ensureSecret(environment), ensureGeneratedClient()]);
  const database = await openDatabase(environment, console.error);
  process.env.DATABASE_URL = database.url;
  process.env.PIXELCAST_SECRET = secret;
  try {
    return await work();
  } finally {
    const { disconnect } = await import("@/lib/server/db/prisma");
    await disconnect();
    await database.close();
  }
}
