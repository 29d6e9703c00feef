import "server-only";
import { prisma } from "@/lib/server/db/prisma";
import { readSessionId } from "./session-cookie";
import type { SignedInUser } from "./signed-in-user";

const IDLE_MS = 8 * 60 * 60 * 1000;
const TOUCH_MS = 60 * 1000;

/** The person behind a request, or null. */
export async function findSession(headers: Headers, now: Date): Promise<SignedInUser | null> {
  const sessionId = await readSessionId(headers);
  return sessionId === null ? null : findSessionById(sessionId, now);
}

/** The session's row is read each time, so that deleting it signs the person out on their next request. */
export async function findSessionById(sessionId: string, now: Date): Promise<SignedInUser | null> {
  const session = await prisma().session.findUnique({
    where: { id: sessionId },
    select: {
      lastSeenAt: true,
      expiresAt: true,
      user: { select: { id: true, name: true, email: true } },
    },
  });
  if (session === null) return null;
  const idleMs = now.getTime() - session.lastSeenAt.getTime();
  if (session.expiresAt <= now || idleMs >= IDLE_MS) return null;
  if (idleMs >= TOUCH_MS) {
    // updateMany, because signing out in another tab may delete the row in between.
    await prisma().session.updateMany({ where: { id: sessionId }, data: { lastSeenAt: now } });
  }
  return { ...session.user, sessionId };
}
