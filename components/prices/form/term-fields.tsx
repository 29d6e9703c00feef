"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { AmountBox, SelectBox, TextBox } from "./form-boxes";
import { BILLED_PER, PARTIAL_KINDS } from "./form-words";
import type { PriceFormValues } from "./price-form-values";

/** What a card adds to its prices: currency, least charge, previews, reference images. */
export function TermFields() {
  const { control } = useFormContext<PriceFormValues>();
  const code = useWatch({ control, name: "terms.code" });
  const partialKind = useWatch({ control, name: "terms.partialKind" });
  return (
    <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
      <TextBox name="terms.code" label="Currency of the prices" placeholder="USD" />
      {code !== "USD" && (
        <TextBox name="terms.usdPerUnit" label={`US dollars for one ${code}`} inputMode="decimal" />
      )}
      <AmountBox name="terms.minimumCharge" label="Least charge of a call" isOptional />
      <SelectBox name="terms.partialKind" label="A streamed preview adds" options={PARTIAL_KINDS} />
      {partialKind === "tokens" && (
        <TextBox name="terms.partialTokens" label="Tokens of a preview" inputMode="numeric" />
      )}
      {partialKind === "price" && <AmountBox name="terms.partialPrice" label="Price of a preview" />}
      <AmountBox name="terms.inputImagePrice" label="A reference image costs" isOptional />
      <SelectBox name="terms.inputBilledPer" label="Input is billed" options={BILLED_PER} />
    </div>
  );
}
