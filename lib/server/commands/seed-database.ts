import { aborted } from "./stop-requests";

/**
 * Fills the sample workspace when it is missing. A stop does not wait for it: the database is then closed under it, and
 * the next start does what is left.
 */
export async function seedDatabase(databaseUrl: string, secret: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  // The product's modules read their settings when they are first used.
  process.env.DATABASE_URL = databaseUrl;
  process.env.PIXELCAST_SECRET = secret;
  const { seedSampleWorkspace } = await import("@/prisma/seed/index");
  const { disconnect } = await import("@/lib/server/db/prisma");
  await Promise.race([seedSampleWorkspace({ databaseUrl, now: new Date() }), aborted(signal)]);
  await disconnect();
}
