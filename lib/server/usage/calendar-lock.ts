import "server-only";
import { Prisma } from "@/lib/server/generated/prisma/client";

// Whoever cuts calls into days holds the workspace's calendar until it commits; whoever changes the time zone holds it
// alone. A statement sees what was committed before it began, so the zone must be read by a later one than this.

function key(workspaceId: string): string {
  return `calendar:${workspaceId}`;
}

export function holdCalendar(workspaceId: string): Prisma.Sql {
  return Prisma.sql`pg_advisory_xact_lock_shared(hashtextextended(${key(workspaceId)}, 0))`;
}

export function holdCalendarAlone(workspaceId: string): Prisma.Sql {
  return Prisma.sql`pg_advisory_xact_lock(hashtextextended(${key(workspaceId)}, 0))`;
}
