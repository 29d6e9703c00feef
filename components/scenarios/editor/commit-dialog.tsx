"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FormProblem } from "@/components/layout/form-problem";
import { formatInstant } from "@/components/layout/format-instant";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { scenariosQuery } from "@/lib/client/scenario-queries";
import type { Scenario } from "@/lib/contracts/scenarios";
import { formatUsd, type NanoUsd } from "@/lib/money";
import { formatMonth } from "@/lib/time";
import type { Draft } from "./draft";
import { prepareCommit } from "./prepare-commit";

export interface CommitDialogProps {
  scenario: Scenario;
  draft: Draft;
  nextNumber: number;
  totalNanoUsd: NanoUsd;
  today: string;
  isDirty: boolean;
  isPending: boolean;
  problem: string | undefined;
  onCommit: () => void;
  onClose: () => void;
}

/** Says what making this the forecast will mean before it is done. */
export function CommitDialog(props: CommitDialogProps) {
  const { scenario, draft, nextNumber, totalNanoUsd, today, isDirty, isPending, problem } = props;
  const { slug, timeZone } = useWorkspace();
  const { data } = useQuery(scenariosQuery(slug));
  const meaning = data && prepareCommit(scenario, draft.drivers, data.items, today);
  const replaced = meaning?.replaces;
  return (
    <Dialog open onOpenChange={props.onClose}>
      <DialogContent
        title="Commit as forecast"
        description={`Version ${nextNumber} of “${draft.name}” is frozen with its prices and becomes the forecast of ${scenario.workflow.name}, ${scenario.stage}.`}
      >
        <dl className="grid gap-2.5">
          <Row name="Total">
            <strong className="font-semibold">{formatUsd(totalNanoUsd)}</strong>
          </Row>
          <Row name="Replaces">
            {!meaning ? (
              <Skeleton className="h-4 w-48" />
            ) : replaced?.committed ? (
              <>
                Version {replaced.committed.versionNumber} of “{replaced.name}”, committed by{" "}
                {replaced.committed.committedBy} on {formatInstant(replaced.committed.committedAt, timeZone)}
              </>
            ) : (
              "Nothing: this stage has no forecast yet"
            )}
          </Row>
          <Row name="Measured from">
            {meaning ? (
              <>
                {formatMonth(meaning.from)} on.{" "}
                {replaced
                  ? "Months that have ended keep their forecast."
                  : "Ended months without a forecast are shown against it too."}
              </>
            ) : (
              <Skeleton className="h-4 w-40" />
            )}
          </Row>
          {meaning?.leavesOut && (
            <Row name="Mind">
              {meaning.leavesOut}: no forecast any more, because this version begins after it.
            </Row>
          )}
        </dl>
        <p className="text-sm text-muted">
          {isDirty ? "Your changes are saved first. " : ""}The version itself never changes; commit again to
          replace it.
        </p>
        <FormProblem message={problem} />
        <DialogActions>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button variant="primary" isPending={isPending} onClick={props.onCommit}>
            {isDirty ? "Save and commit" : "Commit"} version {nextNumber}
          </Button>
        </DialogActions>
      </DialogContent>
    </Dialog>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7rem_1fr] gap-3">
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
