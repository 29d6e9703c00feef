import { readEnvironment } from "@/lib/server/env";

/** Called by Next.js once, when a server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || readEnvironment().databaseUrl === undefined) return;
  const { startImportWorker } = await import("@/lib/server/imports/import-worker");
  startImportWorker();
}
