"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type FieldPathByValue, useController, useFormContext } from "react-hook-form";
import { AmountField } from "@/components/ui/amount-field";
import { DateField } from "@/components/ui/date-field";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select, type SelectOption } from "@/components/ui/select";
import type { PriceFormValues } from "./price-form-values";

export type TextPath = FieldPathByValue<PriceFormValues, string>;

/** What stands before every amount of the form. */
export const CurrencyMark = createContext("$");

interface BoxProps {
  name: TextPath;
  label: ReactNode;
  hint?: ReactNode;
  isOptional?: boolean;
  /** In a table the column's head says what the box is. */
  isLabelHidden?: boolean;
  className?: string;
}

/**
 * A box of the form, tied to its value and to what is wrong with it. One that is still empty because nobody has been
 * there is not wrong yet.
 */
function useBox(name: TextPath) {
  const { control } = useFormContext<PriceFormValues>();
  const { field, fieldState, formState } = useController<PriceFormValues, TextPath>({ control, name });
  const isAwaited = field.value === "" && !fieldState.isTouched && !formState.isSubmitted;
  return { field, error: isAwaited ? undefined : fieldState.error?.message };
}

export function TextBox({
  name,
  placeholder,
  inputMode,
  list,
  onLeave,
  ...label
}: BoxProps & {
  placeholder?: string;
  inputMode?: "decimal" | "numeric" | "url";
  list?: string;
  /** Called when the box is left, for what other boxes make of its text. */
  onLeave?: () => void;
}) {
  const { field, error } = useBox(name);
  return (
    <Field {...label} error={error}>
      <Input
        {...field}
        onBlur={() => {
          field.onBlur();
          onLeave?.();
        }}
        autoComplete="off"
        spellCheck={false}
        {...(placeholder !== undefined && { placeholder })}
        {...(inputMode !== undefined && { inputMode })}
        {...(list !== undefined && { list })}
        {...((inputMode === "decimal" || inputMode === "numeric") && {
          className: "text-right tabular-nums",
        })}
      />
    </Field>
  );
}

export function NotesBox({ name, ...label }: BoxProps) {
  const { field, error } = useBox(name);
  return (
    <Field {...label} error={error}>
      <Textarea {...field} rows={2} />
    </Field>
  );
}

export function AmountBox({ name, ...label }: BoxProps) {
  const {
    field: { onChange, ...bound },
    error,
  } = useBox(name);
  const mark = useContext(CurrencyMark);
  return (
    <Field {...label} error={error}>
      <AmountField {...bound} onValueChange={onChange} prefix={mark} />
    </Field>
  );
}

/** A day; one that may be left open can be cleared. */
export function DateBox({
  name,
  today,
  isOptional,
  onChosen,
  ...label
}: BoxProps & {
  today: string;
  /** Called with another day, for the boxes that must come after it. */
  onChosen?: () => void;
}) {
  const { field, error } = useBox(name);
  const canClear = isOptional && field.value !== "";
  return (
    <Field
      {...label}
      error={error}
      isOptional={isOptional ?? false}
      {...(canClear && {
        aside: (
          <button
            type="button"
            onClick={() => field.onChange("")}
            className="rounded-sm text-accent underline-offset-2 hover:underline"
          >
            Clear
          </button>
        ),
      })}
    >
      <DateField
        value={field.value === "" ? null : field.value}
        onValueChange={(day) => {
          field.onChange(day);
          onChosen?.();
        }}
        today={today}
        placeholder={isOptional ? "Open" : "Choose a day"}
      />
    </Field>
  );
}

export function SelectBox({ name, options, ...label }: BoxProps & { options: readonly SelectOption[] }) {
  const { field, error } = useBox(name);
  return (
    <Field {...label} error={error}>
      <Select value={field.value} onValueChange={field.onChange} options={options} />
    </Field>
  );
}
