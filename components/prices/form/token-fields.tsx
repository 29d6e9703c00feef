"use client";

import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { AmountBox, SelectBox, TextBox } from "./form-boxes";
import { OUTPUT_KINDS, QUALITY_OPTIONS, RATE_NAMES } from "./form-words";
import { LineTable } from "./line-table";
import type { PlainPath, PriceFormValues } from "./price-form-values";

/** Rates per million tokens by kind, and how many tokens a picture takes. */
export function TokenFields({ at, hasBatch }: { at: PlainPath; hasBatch: boolean }) {
  const { control } = useFormContext<PriceFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: `${at}.tokenLines` });
  const kind = useWatch({ control, name: `${at}.outputKind` });
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="pb-1.5 text-sm font-medium">
          Price of a million tokens
          <span className="font-normal text-muted"> (empty: none listed)</span>
        </legend>
        <div className="grid grid-cols-[minmax(6rem,auto)_1fr_1fr] items-start gap-x-3 gap-y-2 sm:max-w-lg">
          <span />
          <span className="text-sm text-muted">Standard</span>
          <span className="text-sm text-muted">{hasBatch ? "Batch" : ""}</span>
          {RATE_NAMES.map(([rate, name]) => (
            <div key={rate} className="contents">
              <span className="pt-1.5">{name}</span>
              <AmountBox name={`${at}.standard.${rate}`} label={`${name}, standard`} isLabelHidden />
              {hasBatch ? (
                <AmountBox name={`${at}.batch.${rate}`} label={`${name}, batch`} isLabelHidden />
              ) : (
                <span />
              )}
            </div>
          ))}
        </div>
      </fieldset>
      <SelectBox
        name={`${at}.outputKind`}
        label="Output tokens of a picture, before it is made"
        options={OUTPUT_KINDS}
        className="sm:max-w-sm"
      />
      {(kind === "table" || kind === "partial_table" || kind === "priced_table") && (
        <LineTable
          title="Tokens by size and quality"
          path={`${at}.tokenLines`}
          lines={fields}
          columns={kind === "priced_table" ? "sm:grid-cols-4" : "sm:grid-cols-3"}
          addLabel="Add a size"
          onAdd={() => append({ size: "1536x1024", quality: "high", tokens: "", price: "" })}
          onRemove={remove}
          renderLine={(index, labelled) => (
            <>
              <TextBox
                name={`${at}.tokenLines.${index}.size`}
                {...labelled("Size")}
                placeholder="1024x1024"
              />
              <SelectBox
                name={`${at}.tokenLines.${index}.quality`}
                {...labelled("Quality")}
                options={QUALITY_OPTIONS}
              />
              <TextBox
                name={`${at}.tokenLines.${index}.tokens`}
                {...labelled("Tokens")}
                inputMode="numeric"
              />
              {kind === "priced_table" && (
                <AmountBox name={`${at}.tokenLines.${index}.price`} {...labelled("Price")} />
              )}
            </>
          )}
        />
      )}
    </>
  );
}
