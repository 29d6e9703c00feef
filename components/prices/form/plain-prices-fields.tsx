"use client";

import { Controller, useFormContext, useWatch } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { AmountBox, TextBox } from "./form-boxes";
import { CreditFields } from "./credit-fields";
import { ImageFields } from "./image-fields";
import type { PlainPath, PriceFormValues } from "./price-form-values";
import { TokenFields } from "./token-fields";

/** The boxes of the scheme that is chosen. */
export function PlainPricesFields({ at }: { at: PlainPath }) {
  const { control } = useFormContext<PriceFormValues>();
  const scheme = useWatch({ control, name: `${at}.scheme` });
  const hasBatch = useWatch({ control, name: `${at}.hasBatch` });
  return (
    <div className="grid gap-4">
      {scheme !== "list" && (
        <Controller
          control={control}
          name={`${at}.hasBatch`}
          render={({ field }) => (
            <Checkbox
              checked={field.value}
              onCheckedChange={field.onChange}
              label="Batch calls have prices of their own"
              hint="Stored as listed, never halved. Without them a batch call is unpriced."
            />
          )}
        />
      )}
      {scheme === "tokens" && <TokenFields at={at} hasBatch={hasBatch} />}
      {scheme === "per_image" && <ImageFields at={at} hasBatch={hasBatch} />}
      {scheme === "credits" && <CreditFields at={at} hasBatch={hasBatch} />}
      {scheme === "per_call" && (
        <div className="grid grid-cols-2 gap-4 sm:max-w-sm">
          <AmountBox name={`${at}.callPrice`} label="One call" />
          {hasBatch && <AmountBox name={`${at}.callBatchPrice`} label="One batch call" isOptional />}
        </div>
      )}
      <TextBox
        name={`${at}.multiplier`}
        label={scheme === "list" ? "Factor on the provider’s list" : "Factor on every price"}
        inputMode="decimal"
        className="sm:max-w-44"
      />
    </div>
  );
}
