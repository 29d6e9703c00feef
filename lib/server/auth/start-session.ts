import "server-only";
import { randomBytes } from "node:crypto";
import { prisma } from "@/lib/server/db/prisma";
import { log } from "@/lib/server/logger";
import { SESSION_MAX_AGE_SECONDS } from "./session-cookie";

/** Signs a person in: the new session's id goes into the cookie, the row decides how long it counts. */
export async function startSession(userId: string, now: Date): Promise<string> {
  const id = randomBytes(32).toString("base64url");
  await prisma().session.deleteMany({ where: { userId, expiresAt: { lte: now } } });
  await prisma().session.create({
    data: {
      id,
      userId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_MAX_AGE_SECONDS * 1000),
    },
  });
  log("info", "signed_in", { userId });
  return id;
}
