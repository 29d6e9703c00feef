import "server-only";
import { prisma } from "@/lib/server/db/prisma";

/** Signs a browser out. It is not an error when it was signed out already. */
export async function endSession(sessionId: string): Promise<void> {
  await prisma().session.deleteMany({ where: { id: sessionId } });
}
