import "server-only";
import { roleSchema, type Member } from "@/lib/contracts/settings";

/** Selects exactly what `memberAnswer` needs. */
export const MEMBER_FIELDS = {
  id: true,
  userId: true,
  role: true,
  createdAt: true,
  user: { select: { name: true, email: true } },
} as const;

interface MemberRow {
  id: string;
  userId: string;
  role: string;
  createdAt: Date;
  user: { name: string; email: string };
}

/** A membership as the API shows it. */
export function memberAnswer({ id, userId, role, createdAt, user }: MemberRow): Member {
  return {
    id,
    userId,
    name: user.name,
    email: user.email,
    role: roleSchema.parse(role),
    createdAt: createdAt.toISOString(),
  };
}
