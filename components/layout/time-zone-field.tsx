"use client";

import type { ReactNode } from "react";
import { type Control, type FieldPathByValue, type FieldValues, useController } from "react-hook-form";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { listTimeZones } from "@/lib/time";

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
          keywords: zone.replaceAll("_", " ").split("/"),
        }))}
        searchPlaceholder="Search a city or zone"
        emptyText="No time zone is called that"
      />
    </Field>
  );
}
