import "server-only";
import { hash } from "node:crypto";
import { Prisma } from "@/lib/server/generated/prisma/client";

const MARK = "/* prepared */";

/**
 * Begins a statement that each connection parses and plans once and keeps. Only for a text that does not depend on what
 * is asked, because a connection keeps every text that it meets.
 */
export const PREPARED = Prisma.raw(MARK);

const names = new Map<string, string>();

/** The name under which a connection keeps a statement; none for one that is not to be kept. */
export function statementName({ sql }: { sql: string }): string {
  if (!sql.startsWith(MARK)) return "";
  let name = names.get(sql);
  if (name === undefined) {
    name = hash("sha256", sql, "hex").slice(0, 32);
    names.set(sql, name);
  }
  return name;
}
