import { Lock } from "lucide-react";
import { localClock } from "@/components/layout/format-instant";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Badge } from "@/components/ui/badge";
import type { MonthClose } from "@/lib/contracts/reports";
import { formatDayOfMonth } from "@/lib/time/format-range";

/** "Closed 3 Dec by Ada", or in a list just that it is. */
export function ClosedBadge({ close, isShort = false }: { close: MonthClose; isShort?: boolean }) {
  const { timeZone } = useWorkspace();
  const on = formatDayOfMonth(localClock(close.closedAt, timeZone).date);
  return (
    <Badge title={`Closed ${on} by ${close.closedBy}`}>
      <Lock aria-hidden /> {isShort ? "Closed" : `Closed ${on} by ${close.closedBy}`}
    </Badge>
  );
}
