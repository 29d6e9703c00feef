import "server-only";
import type { Role } from "@/lib/access";
import type { Workspace } from "@/lib/contracts/settings";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { readDay } from "@/lib/server/db/calendar-day";

/** A workspace as the API shows it to a caller with this role. */
export function workspaceAnswer(row: WorkspaceRow, role: Role | null): Workspace {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    timeZone: row.timeZone,
    displayCurrency: "USD",
    fiscalYearStartMonth: row.fiscalYearStartMonth,
    monthlyBudgetNanoUsd: row.monthlyBudgetNanoUsd?.toString() ?? null,
    isSample: row.isSample,
    callsKeptFrom: row.callsKeptFrom && readDay(row.callsKeptFrom),
    role,
  };
}
