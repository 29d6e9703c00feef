"use client";

import { Plus, X } from "lucide-react";
import { type Control, Controller, useFieldArray, useFormState } from "react-hook-form";
import { AmountField } from "@/components/ui/amount-field";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { qualitySchema } from "@/lib/contracts/values";
import type { PriceFormValues } from "./price-form";

const QUALITIES = qualitySchema.options.map((quality) => ({ value: quality, label: quality }));

/** A table of prices by size and quality, one line each. */
export function ImagePriceRows<Output>({ control }: { control: Control<PriceFormValues, unknown, Output> }) {
  const { fields, append, remove } = useFieldArray({ control, name: "images" });
  const { errors } = useFormState({ control, name: "images" });
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-1.5 text-sm font-medium">Price of one image</legend>
      {fields.map((field, index) => {
        const complaints = errors.images?.[index];
        const problem = complaints?.size?.message ?? complaints?.quality?.message ?? complaints?.price?.message;
        return (
          <div key={field.id} className="grid gap-1">
            <div className="grid grid-cols-[1fr_7rem_7rem_auto] gap-2">
              <Controller
                control={control}
                name={`images.${index}.size`}
                render={({ field: box }) => (
                  <Input {...box} aria-label={`Size, line ${index + 1}`} placeholder="1024x1024" />
                )}
              />
              <Controller
                control={control}
                name={`images.${index}.quality`}
                render={({ field: box }) => (
                  <Select
                    value={box.value}
                    onValueChange={box.onChange}
                    options={QUALITIES}
                    aria-label={`Quality, line ${index + 1}`}
                  />
                )}
              />
              <Controller
                control={control}
                name={`images.${index}.price`}
                render={({ field: box }) => (
                  <AmountField
                    value={box.value}
                    onValueChange={box.onChange}
                    onBlur={box.onBlur}
                    aria-label={`Price, line ${index + 1}`}
                  />
                )}
              />
              <IconButton
                label={`Remove line ${index + 1}`}
                disabled={fields.length === 1}
                onClick={() => remove(index)}
              >
                <X aria-hidden />
              </IconButton>
            </div>
            {problem && <FieldError>{problem}</FieldError>}
          </div>
        );
      })}
      <Button
        variant="link"
        size="sm"
        className="justify-self-start"
        onClick={() => append({ size: "1536x1024", quality: "high", price: "" })}
      >
        <Plus aria-hidden /> Add a size
      </Button>
    </fieldset>
  );
}
