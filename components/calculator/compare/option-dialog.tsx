"use client";

import { type FormEvent, useState } from "react";
import { AmountField } from "@/components/ui/amount-field";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { DialogActions, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { CompareOption } from "@/lib/calculator";
import type { RateCard } from "@/lib/pricing";
import { modelChoices, providerChoices } from "../model-choices";
import { type DraftErrors, draftOf, OPTION_KINDS, type OptionDraft, readDraft } from "./option-form";

export interface OptionDialogProps {
  cards: readonly RateCard[];
  on: string;
  /** Null for a new one. */
  option: CompareOption | null;
  onSave: (option: CompareOption) => void;
}

/** Another way to buy the same pictures: somebody's list price, or an offer of one's own. */
export function OptionDialog({ cards, on, option, onSave }: OptionDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(option));
  const [errors, setErrors] = useState<DraftErrors>({});
  const set = (changes: Partial<OptionDraft>) => setDraft({ ...draft, ...changes });

  function save(event: FormEvent) {
    event.preventDefault();
    const read = readDraft(draft);
    if ("errors" in read) setErrors(read.errors);
    else onSave(read.option);
  }

  return (
    <DialogContent
      title={option === null ? "Compare with" : "Change this option"}
      description="What is entered here stays in the address of this page; nothing is saved."
    >
      <form onSubmit={save} noValidate className="grid gap-4">
        <Field label="What">
          <Select value={draft.kind} options={OPTION_KINDS} onValueChange={(kind) => set({ kind })} />
        </Field>
        {draft.kind === "listed" ? (
          <ListedFields draft={draft} errors={errors} set={set} cards={cards} on={on} />
        ) : (
          <OfferFields draft={draft} errors={errors} set={set} />
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Monthly fee" hint="On top of the use." error={errors.monthlyFeeUsd}>
            <AmountField
              value={draft.monthlyFeeUsd}
              onValueChange={(monthlyFeeUsd) => set({ monthlyFeeUsd })}
            />
          </Field>
          <Field
            label="Monthly minimum"
            hint="The least that the use is billed."
            error={errors.monthlyMinimumUsd}
          >
            <AmountField
              value={draft.monthlyMinimumUsd}
              onValueChange={(monthlyMinimumUsd) => set({ monthlyMinimumUsd })}
            />
          </Field>
        </div>
        <DialogActions>
          <Button type="submit" variant="primary">
            {option === null ? "Add to the comparison" : "Save"}
          </Button>
        </DialogActions>
      </form>
    </DialogContent>
  );
}

interface FieldsProps {
  draft: OptionDraft;
  errors: DraftErrors;
  set: (changes: Partial<OptionDraft>) => void;
}

function ListedFields({
  draft,
  errors,
  set,
  cards,
  on,
}: FieldsProps & Pick<OptionDialogProps, "cards" | "on">) {
  return (
    <>
      <Field label="Provider">
        <Select
          value={draft.provider}
          options={providerChoices(cards)}
          onValueChange={(provider) =>
            set({ provider, model: modelChoices(cards, provider, on)[0]?.value ?? "" })
          }
        />
      </Field>
      <Field label="Model" error={errors.model}>
        <Combobox
          value={draft.model}
          options={modelChoices(cards, draft.provider, on)}
          searchPlaceholder="Find a model"
          onValueChange={(model) => set({ model })}
        />
      </Field>
      <Checkbox
        checked={draft.batch}
        onCheckedChange={(isChecked) => set({ batch: isChecked === true })}
        label="Batch"
      />
    </>
  );
}

function OfferFields({ draft, errors, set }: FieldsProps) {
  return (
    <>
      <Field label="Name" error={errors.name}>
        <Input
          value={draft.name}
          placeholder="Our gateway"
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      {draft.kind === "factor" && (
        <Field label="Factor" hint="1.2 is twenty per cent on top of the list price." error={errors.factor}>
          <AmountField
            prefix="×"
            minDecimals={0}
            value={draft.factor}
            onValueChange={(factor) => set({ factor })}
          />
        </Field>
      )}
      {(draft.kind === "per_image" || draft.kind === "per_call") && (
        <Field
          label={draft.kind === "per_image" ? "Price per image" : "Price per call"}
          hint="For every size and quality, with prompt, reference images and previews."
          error={errors.price}
        >
          <AmountField value={draft.price} onValueChange={(price) => set({ price })} />
        </Field>
      )}
      {draft.kind === "credits" && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Credits per image" error={errors.credits}>
            <AmountField
              prefix=""
              minDecimals={0}
              value={draft.credits}
              onValueChange={(credits) => set({ credits })}
            />
          </Field>
          <Field label="Price of a credit" error={errors.pricePerCredit}>
            <AmountField
              value={draft.pricePerCredit}
              onValueChange={(pricePerCredit) => set({ pricePerCredit })}
            />
          </Field>
        </div>
      )}
    </>
  );
}
