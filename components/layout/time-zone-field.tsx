"use client";

import type { ReactNode } from "react";
import { type Control, type FieldPathByValue, type FieldValues, useController } from "react-hook-form";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { listTimeZones } from "@/lib/time";

/** Browsers still list these cities under older spellings. */
const NEWER_NAMES: Record<string, string[]> = {
  "America/Buenos_Aires": ["Argentina"],
  "America/Godthab": ["Nuuk"],
  "Asia/Calcutta": ["Kolkata", "India"],
  "Asia/Katmandu": ["Kathmandu"],
  "Asia/Rangoon": ["Yangon"],
  "Asia/Saigon": ["Ho Chi Minh City"],
  "Atlantic/Faeroe": ["Faroe"],
  "Europe/Kiev": ["Kyiv"],
};

export interface TimeZoneFieldProps<Values extends FieldValues, Context, Output> {
  control: Control<Values, Context, Output>;
  name: FieldPathByValue<Values, string | undefined>;
  hint?: ReactNode;
  disabled?: boolean;
}

export function TimeZoneField<Values extends FieldValues, Context, Output>({
  control,
  name,
  hint,
  disabled,
}: TimeZoneFieldProps<Values, Context, Output>) {
  const { field, fieldState } = useController({ control, name });
  const zones = listTimeZones();
  return (
    <Field label="Time zone" hint={hint} error={fieldState.error?.message}>
      <Combobox
        value={field.value ?? null}
        onValueChange={field.onChange}
        disabled={disabled}
        options={zones.map((zone) => ({
          value: zone,
          label: zone,
          keywords: NEWER_NAMES[zone] ?? [],
        }))}
        searchPlaceholder="Search a city or zone"
        emptyText="No time zone is called that"
      />
    </Field>
  );
}
