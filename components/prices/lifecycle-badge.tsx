import { Badge } from "@/components/ui/badge";
import { formatDate } from "@/lib/time";
import { type Lifecycle } from "./describe-rate-card";

export function LifecycleBadge({
  lifecycle,
  shutdownOn,
}: {
  lifecycle: Lifecycle;
  shutdownOn: string | null;
}) {
  if (lifecycle.state === "current" || shutdownOn === null) return null;
  return lifecycle.state === "ended" ? (
    <Badge title={`Shut down on ${formatDate(shutdownOn)}`}>Shut down</Badge>
  ) : (
    <Badge tone="over" title={`Shuts down on ${formatDate(shutdownOn)}`}>
      {lifecycle.daysLeft === 1 ? "1 day left" : `${lifecycle.daysLeft} days left`}
    </Badge>
  );
}
