"use client";

import { useMemo } from "react";
import { Controller, useForm, useWatch } from "react-hook-form";
import { FormProblem } from "@/components/layout/form-problem";
import { showProblem } from "@/components/layout/show-problem";
import { AmountField } from "@/components/ui/amount-field";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { DialogActions, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { notify } from "@/components/ui/toast";
import { useCreateRateCard } from "@/lib/client/price-mutations";
import { rateCardBodySchema } from "@/lib/contracts/prices";
import { ImagePriceRows } from "./image-price-rows";
import {
  emptyPriceForm,
  type PricedCard,
  priceFormResolver,
  tokenListPrice,
  toRateCardBody,
} from "./price-form";
import { PricePreview } from "./price-preview";

const SCHEMES = [
  {
    value: "tokens",
    title: "By token, like the provider",
    description: "The provider’s list times a factor: 1 is the same, 1.2 is twenty per cent more.",
  },
  { value: "per_image", title: "Per image", description: "A price for each size and quality." },
  { value: "per_call", title: "Flat per call", description: "One price, whatever is asked for." },
] as const;

export interface AddPriceDialogProps {
  workspace: string;
  cards: readonly PricedCard[];
  today: string;
  onClose: () => void;
}

/** Enters what a gateway charges, or what was negotiated. It holds from its date on; earlier days keep theirs. */
export function AddPriceDialog({ workspace, cards, today, onClose }: AddPriceDialogProps) {
  const resolver = useMemo(() => priceFormResolver(cards), [cards]);
  const form = useForm({ defaultValues: emptyPriceForm(today), resolver, mode: "onChange" });
  const { control, register, handleSubmit, formState } = form;
  const create = useCreateRateCard(workspace);
  const values = useWatch({ control, compute: (current) => current });
  const parsed = rateCardBodySchema.safeParse(toRateCardBody(values, cards));

  const submit = handleSubmit(async (body) => {
    try {
      const card = await create.mutateAsync(body);
      notify({ message: `${card.name} is priced from ${card.validFrom} on.` });
      onClose();
    } catch (error) {
      showProblem(form, error);
    }
  });

  return (
    <DialogContent
      title="Add a price"
      description="For a gateway without a public price list, such as WisGate, or for a rate that you negotiated."
    >
      <form onSubmit={(event) => void submit(event)} className="grid gap-4" noValidate>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Provider" hint="As your calls name it." error={formState.errors.provider?.message}>
            <Input {...register("provider")} autoComplete="off" spellCheck={false} />
          </Field>
          <Field label="Model" error={formState.errors.model?.message}>
            <Input {...register("model")} autoComplete="off" spellCheck={false} list="priced-models" />
          </Field>
          <Controller
            control={control}
            name="validFrom"
            render={({ field }) => (
              <Field label="Valid from" error={formState.errors.validFrom?.message}>
                <DateField value={field.value} onValueChange={field.onChange} today={today} />
              </Field>
            )}
          />
          <Field label="Where it says so" isOptional error={formState.errors.sourceUrl?.message}>
            <Input {...register("sourceUrl")} type="url" placeholder="https://" />
          </Field>
        </div>
        <datalist id="priced-models">
          {[...new Set(cards.map((card) => card.model))].map((model) => (
            <option key={model} value={model} />
          ))}
        </datalist>
        <div className="grid gap-1.5">
          <Controller
            control={control}
            name="scheme"
            render={({ field }) => (
              <RadioCards
                aria-label="How it is billed"
                value={field.value}
                onValueChange={field.onChange}
                options={SCHEMES}
                className="sm:grid-cols-3"
              />
            )}
          />
          {formState.errors.scheme?.message && <FieldError>{formState.errors.scheme.message}</FieldError>}
        </div>
        {values.scheme === "tokens" && (
          <Field
            label="Factor on the provider’s list"
            className="sm:max-w-56"
            error={formState.errors.multiplier?.message}
          >
            <Input {...register("multiplier")} inputMode="decimal" className="text-right tabular-nums" />
          </Field>
        )}
        {values.scheme === "per_image" && <ImagePriceRows control={control} />}
        {values.scheme === "per_call" && (
          <Controller
            control={control}
            name="price"
            render={({ field }) => (
              <Field label="Price of one call" className="sm:max-w-56" error={formState.errors.price?.message}>
                <AmountField value={field.value} onValueChange={field.onChange} onBlur={field.onBlur} />
              </Field>
            )}
          />
        )}
        <PricePreview body={parsed.success ? parsed.data : null} list={tokenListPrice(cards, values.model)} />
        <FormProblem message={formState.errors.root?.message} />
        <DialogActions>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" variant="primary" isPending={create.isPending}>
            Add the price
          </Button>
        </DialogActions>
      </form>
    </DialogContent>
  );
}
