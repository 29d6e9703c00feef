import { Badge } from "@/components/ui/badge";
import type { Stage } from "@/lib/contracts/values";

const LABELS: Record<Stage, string> = { prototype: "Prototype", pilot: "Pilot", production: "Production" };

/** Null is a call that names no stage. */
export function StageBadge({ stage, className }: { stage: Stage | null; className?: string }) {
  return (
    <Badge
      tone={stage === "production" ? "accent" : stage === null ? "outline" : "neutral"}
      className={className}
    >
      {stage === null ? "No stage" : LABELS[stage]}
    </Badge>
  );
}
