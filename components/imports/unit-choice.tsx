"use client";

import { Select } from "@/components/ui/select";
import type { Translation } from "@/lib/imports";
import type { FieldDescription } from "./import-fields";

interface UnitChoiceProps {
  description: FieldDescription;
  translation: Translation | null;
  onChange: (translation: Translation | null) => void;
}

const OTHER = "other";

/** In which unit a column has a number; nothing for fields that have one unit everywhere. */
export function UnitChoice({ description: { label, units }, translation, onChange }: UnitChoiceProps) {
  if (!units) return null;
  const by = translation === null ? 1 : translation.kind === "multiply" ? translation.by : null;
  const known = units.find((unit) => unit.by === by);
  return (
    <Select
      aria-label={`Unit of ${label} in the file`}
      className="w-52"
      value={known ? String(known.by) : OTHER}
      options={[
        ...units.map((unit) => ({ value: String(unit.by), label: `In ${unit.label}` })),
        ...(known ? [] : [{ value: OTHER, label: "As set below" }]),
      ]}
      onValueChange={(value) => {
        if (value === OTHER) return;
        onChange(Number(value) === 1 ? null : { kind: "multiply", by: Number(value) });
      }}
    />
  );
}
