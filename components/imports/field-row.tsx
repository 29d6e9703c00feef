"use client";

import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Combobox } from "@/components/ui/combobox";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { FieldRule } from "@/lib/imports";
import { NO_RULE, sampleValues, translationSummary } from "./change-rule";
import type { FieldDescription } from "./import-fields";
import { TranslationEditor } from "./translation-editor";
import { UnitChoice } from "./unit-choice";

interface FieldRowProps {
  description: FieldDescription;
  rule: FieldRule | undefined;
  columns: readonly string[];
  raw: readonly Readonly<Record<string, string>>[];
  problem: string | undefined;
  onChange: (change: Partial<FieldRule>) => void;
}

const NONE = "\u0000none";
const SHOWN_SAMPLES = 3;

/** One field of a call: the column that holds it, what its values mean, and what to assume where there is none. */
export function FieldRow({ description, rule = NO_RULE, columns, raw, problem, onChange }: FieldRowProps) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { label, hint } = description;
  const samples = rule.column === null ? [] : sampleValues(raw, rule.column);
  return (
    <li className="border-t border-hair px-4 py-2.5" aria-labelledby={`${id}-label`}>
      <div className="grid gap-x-4 gap-y-2 sm:grid-cols-[minmax(0,1fr)_11.5rem_10rem] sm:items-start">
        <div className="min-w-0">
          <p id={`${id}-label`} className="font-medium">
            {label}
          </p>
          <p className={cn("text-sm", problem ? "text-over" : "text-muted")}>{problem ?? hint}</p>
        </div>
        <div className="grid min-w-0 gap-1">
          <Combobox
            aria-label={`Column for ${label}`}
            aria-invalid={problem !== undefined}
            value={rule.column ?? NONE}
            searchPlaceholder="Search a column"
            emptyText="The file has no such column"
            options={[
              { value: NONE, label: "No column" },
              // A part of a column is none of its own.
              ...(rule.column === null || columns.includes(rule.column)
                ? []
                : [{ value: rule.column, label: rule.column }]),
              ...columns.map((column) => ({
                value: column,
                label: column,
                hint: sampleValues(raw, column).slice(0, SHOWN_SAMPLES).join(", "),
              })),
            ]}
            onValueChange={(column) => onChange({ column: column === NONE ? null : column })}
          />
          {samples.length > 0 && (
            <p className="truncate text-sm text-muted" title={samples.join(", ")}>
              {samples.slice(0, SHOWN_SAMPLES).join(", ")}
            </p>
          )}
        </div>
        <Assumption description={description} rule={rule} onChange={onChange} />
      </div>
      {rule.column !== null && !description.isVerbatim && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-1">
          <UnitChoice
            description={description}
            translation={rule.translate}
            onChange={(translate) => onChange({ translate })}
          />
          <Button
            size="sm"
            variant="link"
            aria-expanded={isOpen}
            aria-controls={`${id}-translation`}
            onClick={() => setIsOpen(!isOpen)}
          >
            {rule.translate === null ? "Translate its values" : translationSummary(rule.translate)}
            <ChevronDown aria-hidden className={cn("transition-transform", isOpen && "rotate-180")} />
          </Button>
          {isOpen && (
            <div id={`${id}-translation`} className="w-full pt-1">
              <TranslationEditor
                description={description}
                translation={rule.translate}
                samples={samples}
                onChange={(translate) => onChange({ translate })}
              />
            </div>
          )}
        </div>
      )}
    </li>
  );
}

type AssumptionProps = Pick<FieldRowProps, "description" | "onChange"> & { rule: FieldRule };

function Assumption({ description, rule, onChange }: AssumptionProps) {
  const { label, choices, example, cannotBeAssumed } = description;
  if (cannotBeAssumed) return <span className="max-sm:hidden" />;
  const prefix = rule.column === null ? "Assume" : "If empty";
  if (choices) {
    const unknown = { value: NONE, label: rule.column === null ? "Not in the file" : "If empty: unknown" };
    return (
      <Select
        aria-label={`${prefix}: ${label}`}
        value={rule.assumed ?? NONE}
        options={[
          unknown,
          ...choices.map((choice) => ({ value: choice.value, label: `${prefix}: ${choice.label}` })),
        ]}
        onValueChange={(value) => onChange({ assumed: value === NONE ? null : value })}
      />
    );
  }
  return (
    <Input
      aria-label={`${prefix}: ${label}`}
      placeholder={`${prefix}, e.g. ${example ?? ""}`}
      value={rule.assumed ?? ""}
      maxLength={200}
      onChange={(event) => onChange({ assumed: event.target.value === "" ? null : event.target.value })}
    />
  );
}
