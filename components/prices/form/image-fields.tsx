"use client";

import { useFieldArray, useFormContext } from "react-hook-form";
import { AmountBox, SelectBox, TextBox } from "./form-boxes";
import { LISTED_QUALITY_OPTIONS } from "./form-words";
import { LineTable } from "./line-table";
import type { PlainPath, PriceFormValues } from "./price-form-values";

/** A table of prices by size and quality, one line each. */
export function ImageFields({ at, hasBatch }: { at: PlainPath; hasBatch: boolean }) {
  const { control } = useFormContext<PriceFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: `${at}.images` });
  return (
    <LineTable
      title="Price of one image; the size “any” stands for those without a line"
      path={`${at}.images`}
      lines={fields}
      columns={hasBatch ? "sm:grid-cols-4" : "sm:grid-cols-3"}
      addLabel="Add a size"
      onAdd={() => append({ size: "1536x1024", quality: "high", price: "", batchPrice: "" })}
      onRemove={remove}
      renderLine={(index, labelled) => (
        <>
          <TextBox name={`${at}.images.${index}.size`} {...labelled("Size")} placeholder="1024x1024" />
          <SelectBox
            name={`${at}.images.${index}.quality`}
            {...labelled("Quality")}
            options={LISTED_QUALITY_OPTIONS}
          />
          <AmountBox name={`${at}.images.${index}.price`} {...labelled("Price")} />
          {hasBatch && <AmountBox name={`${at}.images.${index}.batchPrice`} {...labelled("In a batch")} />}
        </>
      )}
    />
  );
}
