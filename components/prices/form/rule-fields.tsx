"use client";

import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { Controller, get, useFieldArray, useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { SelectBox, TextBox } from "./form-boxes";
import { FORMATS, ORIENTATIONS, PLAIN_SCHEMES, QUALITIES } from "./form-words";
import { PlainPricesFields } from "./plain-prices-fields";
import { EMPTY_RULE, type PriceFormValues } from "./price-form-values";

const SCHEMES = PLAIN_SCHEMES.map(({ value, title, description }) => ({
  value,
  label: title,
  hint: description,
}));

/** What is wrong with the list as a whole. */
interface Complaint {
  message?: string;
}

/** Rules in the order in which they are tried. */
export function RuleFields() {
  const { control, formState } = useFormContext<PriceFormValues>();
  const { fields, append, remove, move } = useFieldArray({ control, name: "rules" });
  const complaint = get<typeof formState.errors, Complaint | undefined>(
    formState.errors,
    "rules.root",
  )?.message;
  return (
    <div className="grid gap-3">
      <ol className="grid gap-3">
        {fields.map((field, index) => (
          <li key={field.id} className="grid gap-4 rounded-card border p-3">
            <div className="flex items-center justify-between gap-2">
              <h3 className="font-semibold">Rule {index + 1}</h3>
              <div className="flex">
                <IconButton
                  label={`Move rule ${index + 1} up`}
                  size="sm"
                  disabled={index === 0}
                  onClick={() => move(index, index - 1)}
                >
                  <ArrowUp aria-hidden />
                </IconButton>
                <IconButton
                  label={`Move rule ${index + 1} down`}
                  size="sm"
                  disabled={index === fields.length - 1}
                  onClick={() => move(index, index + 1)}
                >
                  <ArrowDown aria-hidden />
                </IconButton>
                <IconButton
                  label={`Remove rule ${index + 1}`}
                  size="sm"
                  disabled={fields.length === 1}
                  onClick={() => remove(index)}
                >
                  <Trash2 aria-hidden />
                </IconButton>
              </div>
            </div>
            <Condition index={index} />
            <SelectBox
              name={`rules.${index}.prices.scheme`}
              label="Then it is billed"
              options={SCHEMES}
              className="sm:max-w-sm"
            />
            <PlainPricesFields at={`rules.${index}.prices`} />
          </li>
        ))}
      </ol>
      {complaint && <FieldError>{complaint}</FieldError>}
      <div className="flex flex-wrap items-end justify-between gap-4">
        <Button size="sm" onClick={() => append(EMPTY_RULE)}>
          <Plus aria-hidden /> Add a rule
        </Button>
        <TextBox name="rulesMultiplier" label="Factor on all rules" inputMode="decimal" className="w-40" />
      </div>
    </div>
  );
}

/** What a picture must be; what is left empty is open. */
function Condition({ index }: { index: number }) {
  return (
    <fieldset className="grid gap-3">
      <legend className="pb-1.5 text-sm text-muted">
        If all of this holds; leave everything open to catch the rest.
      </legend>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <TextBox name={`rules.${index}.sizes`} label="Sizes" placeholder="any" className="col-span-2" />
        <TextBox
          name={`rules.${index}.minPixels`}
          label="Pixels from"
          inputMode="numeric"
          placeholder="any"
        />
        <TextBox
          name={`rules.${index}.maxPixels`}
          label="Pixels up to"
          inputMode="numeric"
          placeholder="any"
        />
      </div>
      <Choices name={`rules.${index}.orientations`} label="Shape" items={ORIENTATIONS} />
      <Choices name={`rules.${index}.qualities`} label="Quality" items={QUALITIES} />
      <Choices name={`rules.${index}.formats`} label="Format" items={FORMATS} />
    </fieldset>
  );
}

interface ChoicesProps {
  name: `rules.${number}.${"orientations" | "qualities" | "formats"}`;
  label: string;
  items: readonly string[];
}

function Choices({ name, label, items }: ChoicesProps) {
  const { control } = useFormContext<PriceFormValues>();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange }, fieldState: { error } }) => (
        <div role="group" aria-label={label} className="flex flex-wrap gap-x-4 gap-y-1.5">
          <span className="w-14 text-sm font-medium">{label}</span>
          {/* A card from before may ask for what is no longer offered: it is shown, so that it can be unticked. */}
          {[...items, ...value.filter((chosen) => !items.includes(chosen))].map((item) => (
            <Checkbox
              key={item}
              label={item}
              checked={value.includes(item)}
              onCheckedChange={(isOn) =>
                onChange(isOn ? [...value, item] : value.filter((chosen) => chosen !== item))
              }
            />
          ))}
          {error?.message && <FieldError>{error.message}</FieldError>}
        </div>
      )}
    />
  );
}
