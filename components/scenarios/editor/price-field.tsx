"use client";

import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { memo, useMemo } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { findRateCard, type PriceBook, type RateCard } from "@/lib/pricing";
import { cardNote, priceChoices, priceKey, shutdownWarning } from "./price-choices";
import type { ChangeDrivers } from "./use-draft";

export interface PriceFieldProps {
  workspace: string;
  provider: string;
  model: string;
  startsOn: string;
  lengthMonths: number;
  cards: readonly RateCard[];
  book: PriceBook;
  problem?: string | undefined;
  changeDrivers: ChangeDrivers;
}

/** Whose price for which model, since when, who says so, and whether the model outlives the stage. */
export const PriceField = memo(function PriceField(props: PriceFieldProps) {
  const { workspace, provider, model, startsOn, lengthMonths, cards, book, problem, changeDrivers } = props;
  const choices = useMemo(() => priceChoices(cards, book, startsOn), [cards, book, startsOn]);
  const card = findRateCard(book, { provider, model, on: startsOn });
  const warning = card && shutdownWarning(card, { startsOn, lengthMonths });
  return (
    <div className="grid gap-1.5">
      <Field
        label="Price"
        error={problem}
        hint={card ? cardNote(card) : undefined}
        aside={
          <Link href={`/w/${workspace}/prices`} className="rounded-sm text-accent hover:underline">
            All prices
          </Link>
        }
      >
        <Combobox
          value={priceKey({ provider, model })}
          placeholder="Choose a price"
          searchPlaceholder="Find a provider or model"
          onValueChange={(key) => {
            const chosen = choices.find((choice) => choice.key === key);
            if (!chosen) return;
            const price = { provider: chosen.provider, model: chosen.model };
            changeDrivers(`price ${key}`, (before) => ({ ...before, ...price }));
          }}
          options={[
            ...choices.map(({ key, label, hint }) => ({ value: key, label, hint, keywords: [label] })),
            ...(choices.some(({ key }) => key === priceKey({ provider, model }))
              ? []
              : [
                  {
                    value: priceKey({ provider, model }),
                    label: `${provider}, ${model}`,
                    hint: "No price known",
                  },
                ]),
          ]}
        />
      </Field>
      {warning && (
        <p className="flex items-start gap-1.5 text-sm font-medium text-over">
          <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
          {warning}
        </p>
      )}
    </div>
  );
});
