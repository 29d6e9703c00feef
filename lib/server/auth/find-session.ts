import "server-only";
import { prisma } from "@/lib/server/db/prisma";
import { readSessionId } from "./session-cookie";
import type { SignedInUser } from "./signed-in-user";

const IDLE_MS = 8 * 60 * 60 * 1000;
const TOUCH_MS = 60 * 1000;

/** The person behind a request, read from the session's row each time, so that deleting the row signs them out. */
export async function findSession(headers: Headers, now: Date): Promise<SignedInUser | null> {
  const sessionId = await readSessionId(headers);
  if (sessionId === null) return null;
  const session = await prisma.session.findUnique({
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
    await prisma.session.updateMany({ where: { id: sessionId }, data: { lastSeenAt: now } });
  }
  return { ...session.user, sessionId };
}
