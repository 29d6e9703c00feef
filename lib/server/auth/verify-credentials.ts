import "server-only";
import { z } from "zod";
import { emailSchema } from "@/lib/contracts/settings";
import { prisma } from "@/lib/server/db/prisma";
import { log } from "@/lib/server/logger";
import { verifyPassword } from "./password";

export const credentialsSchema = z.object({ email: emailSchema, password: z.string().max(256) });

export interface VerifiedUser {
  id: string;
  name: string;
  email: string;
}

/** The person with this e-mail address and password; null for any other pair, without saying which of the two is wrong. */
export async function verifyCredentials(input: unknown): Promise<VerifiedUser | null> {
  const credentials = credentialsSchema.safeParse(input);
  if (!credentials.success) return null;
  const { email, password } = credentials.data;
  const user = await prisma().user.findUnique({ where: { email } });
  const matches = await verifyPassword(user?.passwordHash ?? null, password);
  if (user === null || !matches) {
    log("warn", "sign_in_failed", { userId: user?.id ?? null });
    return null;
  }
  return { id: user.id, name: user.name, email: user.email };
}
