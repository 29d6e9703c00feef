import "server-only";
import { randomUUID } from "node:crypto";
import { hashPassword } from "@/lib/server/auth/password";
import { prisma } from "@/lib/server/db/prisma";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { RequestError } from "@/lib/server/http/request-error";
import { insertWorkspace } from "./insert-workspace";

interface SetUp {
  name: string;
  email: string;
  password: string;
  workspaceName: string;
  timeZone: string;
}

/** Whether nobody with a password exists yet, so that the first visitor may become the owner. */
export async function isSetUpOpen(): Promise<boolean> {
  return (await prisma().user.count({ where: { passwordHash: { not: null } } })) === 0;
}

/** First run: the owner and their workspace, both or neither, and only once. */
export async function setUp(input: SetUp): Promise<{ workspaceSlug: string }> {
  // Looked at before the password is hashed, which is what a stranger could make the server do.
  if (!(await isSetUpOpen())) throw alreadySetUp();
  const passwordHash = await hashPassword(input.password);
  const { slug } = await insertWorkspace({
    name: input.workspaceName,
    timeZone: input.timeZone,
    findOwner: (tx) => insertFirstUser(tx, { name: input.name, email: input.email, passwordHash }),
  });
  return { workspaceSlug: slug };
}

async function insertFirstUser(tx: Transaction, data: { name: string; email: string; passwordHash: string }) {
  // Of two visitors at the same moment the second waits here, and then sees the first.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('first-run set-up', 0))`;
  const owners = await tx.user.count({ where: { passwordHash: { not: null } } });
  if (owners > 0) throw alreadySetUp();
  return tx.user.create({ data: { id: `usr_${randomUUID()}`, ...data }, select: { id: true, name: true } });
}

function alreadySetUp(): RequestError {
  return new RequestError(
    "already_exists",
    "Pixelcast was set up before. Sign in, or ask its owner to add you.",
  );
}
