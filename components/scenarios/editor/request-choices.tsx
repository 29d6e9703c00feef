"use client";

import { memo } from "react";
import { DateField } from "@/components/ui/date-field";
import { Field, FieldError } from "@/components/ui/field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Switch } from "@/components/ui/switch";
import { lastDayOfStage, type ScenarioDrivers } from "@/lib/scenarios";
import { formatDate } from "@/lib/time";
import type { ChangeDrivers } from "./use-draft";

const OPERATIONS = [
  { value: "generation", label: "Generation" },
  { value: "edit", label: "Edit" },
] as const;

export interface OperationChoiceProps {
  operation: ScenarioDrivers["operation"];
  batch: boolean;
  batchProblem?: string | undefined;
  changeDrivers: ChangeDrivers;
}

export const OperationChoice = memo(function OperationChoice(props: OperationChoiceProps) {
  const { operation, batch, batchProblem, changeDrivers } = props;
  return (
    <div className="grid gap-2.5 border-t border-hair px-4 py-2.5">
      <div className="flex min-h-7 items-center justify-between gap-2">
        <span className="font-medium">Operation</span>
        <SegmentedControl
          size="sm"
          label="Operation"
          value={operation}
          options={OPERATIONS}
          onValueChange={(next) =>
            changeDrivers("operation", (before) => ({
              ...before,
              operation: next,
              // An edit needs at least one reference image and a generation takes none.
              referenceImages: next === "edit" ? Math.max(1, before.referenceImages) : 0,
            }))
          }
        />
      </div>
      <Switch
        label="Batch"
        hint="Answers within a day, at the batch price."
        checked={batch}
        onCheckedChange={(next) => changeDrivers("batch", (before) => ({ ...before, batch: next }))}
      />
      {batchProblem && <FieldError>{batchProblem}</FieldError>}
    </div>
  );
});

export interface StartFieldProps {
  startsOn: string;
  lengthMonths: number;
  today: string;
  problem?: string | undefined;
  isReadOnly: boolean;
  changeDrivers: ChangeDrivers;
}

export const StartField = memo(function StartField(props: StartFieldProps) {
  const { startsOn, lengthMonths, today, problem, isReadOnly, changeDrivers } = props;
  return (
    <div className="border-t border-hair px-4 py-2.5">
      <Field
        label="Starts on"
        error={problem}
        hint={`Ends on ${formatDate(lastDayOfStage(startsOn, lengthMonths))}`}
      >
        <DateField
          value={startsOn}
          min="2000-01-01"
          max="2099-12-31"
          today={today}
          disabled={isReadOnly}
          onValueChange={(next) => changeDrivers("startsOn", (before) => ({ ...before, startsOn: next }))}
        />
      </Field>
    </div>
  );
});
