"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormProblem } from "@/components/layout/form-problem";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/class-names";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/field";
import { NumberField } from "@/components/ui/number-field";
import { Skeleton } from "@/components/ui/skeleton";
import { messageOf } from "@/lib/client/api-error";
import { useDropCalls } from "@/lib/client/retention-mutations";
import { retentionPreviewQuery } from "@/lib/client/retention-queries";
import { MAX_KEPT_MONTHS, MIN_KEPT_MONTHS, type Retention } from "@/lib/contracts/retention";
import { DropPreview } from "./drop-preview";
import { counted } from "./retention-words";

const USUAL_MONTHS = 12;

/** Choose an age, see what would go, download it, confirm. Only exactly what was seen can be confirmed. */
export function DropDialog({ retention, onClose }: { retention: Retention; onClose: () => void }) {
  const { slug } = useWorkspace();
  const [keptMonths, setKeptMonths] = useState(retention.keptMonths ?? USUAL_MONTHS);
  const [follows, setFollows] = useState(retention.keptMonths !== null);
  const [isSure, setIsSure] = useState(false);
  const query = useQuery(retentionPreviewQuery(slug, keptMonths));
  const drop = useDropCalls(slug);
  const preview = query.data;
  const goes = preview !== undefined && preview.calls > 0;

  function chooseAge(months: number | null) {
    setKeptMonths(months ?? USUAL_MONTHS);
    setIsSure(false);
    drop.reset();
  }

  function confirm() {
    if (preview === undefined) return;
    const { keptFrom, calls, costNanoUsd } = preview;
    drop.mutate(
      { keptMonths, keptFrom, calls, costNanoUsd, follows },
      {
        onSuccess: onClose,
        // What was seen is out of date: it has to be looked at again.
        onError: () => {
          setIsSure(false);
          void query.refetch();
        },
      },
    );
  }

  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title="Drop old calls"
        description="For good. Every total, chart, report and closed month stays as it is, to the last digit."
      >
        <Field label="Keep the single calls of the last" className="max-w-48">
          <NumberField
            value={keptMonths}
            onValueChange={chooseAge}
            min={MIN_KEPT_MONTHS}
            max={MAX_KEPT_MONTHS}
            decimals={0}
            unit={keptMonths === 1 ? "month" : "months"}
          />
        </Field>
        {preview ? (
          <div className={cn("transition-opacity", query.isFetching && "opacity-60")}>
            <DropPreview preview={preview} firstDate={retention.firstDate} />
          </div>
        ) : query.isError ? (
          <ErrorState message={messageOf(query.error)} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton className="h-72" />
        )}
        <Checkbox
          checked={follows}
          onCheckedChange={setFollows}
          label="Let later days follow"
          hint={`The calls of each day go once they are ${counted(keptMonths, "month")} old, without another question. Left open, nothing goes by itself.`}
        />
        {goes && (
          <Checkbox
            checked={isSure}
            onCheckedChange={setIsSure}
            label="I have downloaded these calls, or nobody needs them any more"
          />
        )}
        <FormProblem message={drop.error ? messageOf(drop.error) : undefined} />
        <DialogActions>
          <Button onClick={onClose}>Keep every call</Button>
          <Button
            variant={goes || preview === undefined ? "danger" : "primary"}
            disabled={preview === undefined || query.isFetching || (goes ? !isSure : !follows)}
            isPending={drop.isPending}
            onClick={confirm}
          >
            {goes || preview === undefined
              ? `Drop ${preview ? counted(preview.calls, "call") : "calls"}`
              : "Let days follow"}
          </Button>
        </DialogActions>
      </DialogContent>
    </Dialog>
  );
}
