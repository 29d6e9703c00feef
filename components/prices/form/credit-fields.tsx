"use client";

import { Controller, useFieldArray, useFormContext } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { AmountBox, SelectBox, TextBox } from "./form-boxes";
import { LISTED_QUALITY_OPTIONS, QUALITY_OPTIONS } from "./form-words";
import { LineTable } from "./line-table";
import type { PlainPath, PriceFormValues } from "./price-form-values";

const AS_MADE = { value: "as_made", label: "As what was made" };

/** Credits by the longer edge and the quality, and what a credit costs. */
export function CreditFields({ at, hasBatch }: { at: PlainPath; hasBatch: boolean }) {
  const { control } = useFormContext<PriceFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: `${at}.tiers` });
  return (
    <>
      <div className="grid grid-cols-1 gap-4 sm:max-w-lg sm:grid-cols-2">
        <AmountBox name={`${at}.pricePerCredit`} label="One credit costs" />
        <Controller
          control={control}
          name={`${at}.autoBilledAs`}
          render={({ field }) => (
            <Field label="The quality “auto” is billed">
              <Select
                value={field.value === "" ? AS_MADE.value : field.value}
                onValueChange={(next) => field.onChange(next === AS_MADE.value ? "" : next)}
                options={[AS_MADE, ...QUALITY_OPTIONS.filter(({ value }) => value !== "auto")]}
              />
            </Field>
          )}
        />
      </div>
      <LineTable
        title="Credits of one image; a tier without a limit takes every longer edge"
        path={`${at}.tiers`}
        lines={fields}
        columns={hasBatch ? "sm:grid-cols-4" : "sm:grid-cols-3"}
        addLabel="Add a tier"
        onAdd={() => append({ maxLongEdge: "", quality: "high", credits: "", batchCredits: "" })}
        onRemove={remove}
        renderLine={(index, labelled) => (
          <>
            <TextBox
              name={`${at}.tiers.${index}.maxLongEdge`}
              {...labelled("Edge up to")}
              inputMode="numeric"
              placeholder="no limit"
            />
            <SelectBox
              name={`${at}.tiers.${index}.quality`}
              {...labelled("Quality")}
              options={LISTED_QUALITY_OPTIONS}
            />
            <TextBox name={`${at}.tiers.${index}.credits`} {...labelled("Credits")} inputMode="decimal" />
            {hasBatch && (
              <TextBox
                name={`${at}.tiers.${index}.batchCredits`}
                {...labelled("In a batch")}
                inputMode="decimal"
              />
            )}
          </>
        )}
      />
    </>
  );
}
