import "server-only";
import { prepareMonthTable } from "@/lib/reports";
import { localDate } from "@/lib/time/zone";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { csvResponse } from "./csv-response";
import { listStatementForecasts } from "./list-statement-forecasts";
import { loadMonth } from "./load-month";

/** The statement of a month as a file. */
export async function exportMonth(
  workspace: WorkspaceRow,
  { month }: { month: string },
  now: Date,
): Promise<Response> {
  const today = localDate(now.getTime(), workspace.timeZone);
  const { statement } = await inWorkspace(
    workspace.id,
    async (tx) => {
      const forecasts = await listStatementForecasts(tx, workspace, { from: month, to: month }, now);
      return loadMonth(tx, workspace, { month, today, forecasts });
    },
    { isolationLevel: "RepeatableRead" },
  );
  return csvResponse(`pixelcast-${workspace.slug}-${month}.csv`, prepareMonthTable(statement));
}
