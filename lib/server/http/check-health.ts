import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { prisma } from "@/lib/server/db/prisma";
import { RequestError } from "./request-error";

/** Longer than any healthy database needs for nothing. */
const PATIENCE_MS = 3_000;

/** Says ok when the database answers, and throws `unavailable` when it does not, or not in time. */
export async function checkHealth(): Promise<{ status: "ok"; database: "ok" }> {
  const controller = new AbortController();
  const silence = sleep(PATIENCE_MS, undefined, { signal: controller.signal }).then(() => {
    throw new RequestError("unavailable", "The database has not answered in time.");
  });
  try {
    await Promise.race([prisma().$queryRaw`SELECT 1`, silence]);
    return { status: "ok", database: "ok" };
  } finally {
    controller.abort();
    silence.catch(() => undefined);
  }
}
