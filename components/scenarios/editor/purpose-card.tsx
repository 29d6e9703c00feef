import { Check, Pencil, X } from "lucide-react";
import { memo } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import type { Stage } from "@/lib/contracts/values";
import type { DescribedCriterion } from "./describe-criteria";

export interface PurposeCardProps {
  stage: Stage;
  mustProve: string;
  criteria: readonly DescribedCriterion[];
  /** Absent for those who may only look. */
  onEdit?: (() => void) | undefined;
}

/** What the stage is for, and the numbers that will show whether it did. */
export const PurposeCard = memo(function PurposeCard(props: PurposeCardProps) {
  const { stage, mustProve, criteria, onEdit } = props;
  const title = `What ${stage === "production" ? stage : `the ${stage}`} must prove`;
  return (
    <Card aria-label={title} className="min-w-0">
      <CardHeader
        title={title}
        actions={
          onEdit && (
            <Button size="sm" variant="ghost" className="-mt-1 -mr-1" onClick={onEdit}>
              <Pencil aria-hidden /> Edit
            </Button>
          )
        }
      />
      <p className="max-w-prose px-4 pt-1 pb-3 text-pretty">
        {mustProve || <span className="text-muted">Nothing is written down yet.</span>}
      </p>
      {criteria.length > 0 && (
        <ul className="grid border-t border-hair">
          {criteria.map(({ label, limit, planned, isMet }) => (
            <li
              key={label + limit}
              className="flex min-h-8 flex-wrap items-center gap-x-3 border-b border-hair px-4 py-1.5 last:border-b-0"
            >
              <span className="font-medium">{label}</span>
              <span className="text-muted">{limit}</span>
              <span className="ml-auto flex items-center gap-1.5 text-sm">
                {planned === null ? (
                  <span className="text-muted">shown by logged calls</span>
                ) : (
                  <>
                    {isMet ? (
                      <Check aria-hidden className="size-3.5 text-under" />
                    ) : (
                      <X aria-hidden className="size-3.5 text-over" />
                    )}
                    <span className={isMet ? "text-under" : "text-over"}>
                      planned {planned}, {isMet ? "within" : "above"}
                    </span>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
});
