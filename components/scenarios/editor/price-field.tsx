"use client";

import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useMemo } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { findRateCard, type PriceBook, type RateCard } from "@/lib/pricing";
import type { ScenarioDrivers } from "@/lib/scenarios";
import { cardNote, priceChoices, priceKey, shutdownWarning } from "./price-choices";

export interface PriceFieldProps {
  workspace: string;
  drivers: ScenarioDrivers;
  cards: readonly RateCard[];
  book: PriceBook;
  problem?: string | undefined;
  onChange: (price: { provider: string; model: string }) => void;
}

/** Whose price for which model, since when, who says so, and whether the model outlives the stage. */
export function PriceField({ workspace, drivers, cards, book, problem, onChange }: PriceFieldProps) {
  const { provider, model, startsOn } = drivers;
  const choices = useMemo(() => priceChoices(cards, book, startsOn), [cards, book, startsOn]);
  const card = findRateCard(book, { provider, model, on: startsOn });
  const warning = card && shutdownWarning(card, drivers);
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
            if (chosen) onChange({ provider: chosen.provider, model: chosen.model });
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
}
