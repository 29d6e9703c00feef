"use client";

import { useId } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { Combobox } from "@/components/ui/combobox";
import { DateField } from "@/components/ui/date-field";
import { Field } from "@/components/ui/field";
import { NumberField } from "@/components/ui/number-field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { Slider } from "@/components/ui/slider";
import { Switch } from "@/components/ui/switch";
import type { CalculatorState } from "@/lib/client/calculator-search";
import { findRateCard, type PriceBook, type RateCard } from "@/lib/pricing";
import type { ChangeState } from "./change-state";
import { fitPicture, qualityChoices } from "./fit-picture";
import { lifecycleNote, modelChoices, providerChoices } from "./model-choices";
import { PromptField } from "./prompt-field";
import { ReferencesField } from "./references-field";
import { SizeField } from "./size-field";

export interface RequestCardProps {
  state: CalculatorState;
  change: ChangeState;
  cards: readonly RateCard[];
  card: RateCard | null;
  book: PriceBook;
  today: string;
}

const MOST_SEGMENTS = 5;

/** What is asked for, from the model down to how often. */
export function RequestCard({ state, change, cards, card, book, today }: RequestCardProps) {
  const qualityLabelId = useId();
  const on = state.on ?? today;
  const models = modelChoices(cards, state.provider, on);
  const qualities = [...new Set([...qualityChoices(card), state.quality])];
  const notes = card ? modelNotes(card, on) : "";

  function chooseModel(provider: string, model: string) {
    const next = findRateCard(book, { provider, model, on });
    change({ provider, model, ...fitPicture(next, state, card) });
  }

  return (
    <Card aria-labelledby="request-title" className="lg:sticky lg:top-4">
      <CardHeader titleId="request-title" title="The request" />
      <div className="grid gap-3.5 p-4 pt-3">
        <Field label="Provider">
          <Select
            value={state.provider}
            options={providerChoices(cards)}
            onValueChange={(provider) => {
              const [first] = modelChoices(cards, provider, on);
              if (first && provider !== state.provider) chooseModel(provider, first.value);
            }}
          />
        </Field>
        <Field label="Model" {...(notes !== "" && { hint: notes })}>
          <Combobox
            value={state.model}
            options={models}
            searchPlaceholder="Find a model"
            onValueChange={(model) => chooseModel(state.provider, model)}
          />
        </Field>
        <SizeField
          model={state.model}
          card={card}
          size={state.size}
          onSizeChange={(size) => change({ size })}
        />
        {qualities.length > MOST_SEGMENTS ? (
          <Field label="Quality">
            <Select
              value={state.quality}
              options={qualities.map((value) => ({ value, label: value }))}
              onValueChange={(quality) => change({ quality })}
            />
          </Field>
        ) : (
          <div className="grid gap-1.5">
            <span id={qualityLabelId} className="text-sm font-medium">
              Quality
            </span>
            <SegmentedControl
              label="Quality"
              value={state.quality}
              options={qualities.map((value) => ({ value, label: value }))}
              onValueChange={(quality) => change({ quality })}
              className="w-full *:flex-1"
            />
          </div>
        )}
        <div className="grid grid-cols-2 gap-3">
          <Field label="Images a call">
            <NumberField
              value={state.n}
              min={1}
              max={100}
              decimals={0}
              onValueChange={(n) => change({ n: n ?? 1 })}
            />
          </Field>
          <Field label="Streamed previews">
            <NumberField
              value={state.previews}
              min={0}
              max={3}
              decimals={0}
              unit="an image"
              onValueChange={(previews) => change({ previews: previews ?? 0 })}
            />
          </Field>
        </div>
        <PromptField state={state} change={change} />
        <ReferencesField references={state.references} onChange={(references) => change({ references })} />
        <Switch
          checked={state.batch}
          onCheckedChange={(batch) => change({ batch })}
          label="Batch"
          hint="Answered within 24 hours, where the model offers it."
        />
        <div className="grid gap-1 border-t border-hair pt-3">
          <Field label="Calls a month">
            <NumberField
              value={state.volume}
              min={0}
              max={1_000_000_000}
              decimals={0}
              step={100}
              onValueChange={(volume) => change({ volume: volume ?? 0 })}
            />
          </Field>
          <Slider
            label="Calls a month, on a scale"
            scale="log"
            min={0}
            max={10_000_000}
            value={Math.min(state.volume, 10_000_000)}
            valueText={`${state.volume.toLocaleString("en-US")} calls`}
            onValueChange={(volume) => change({ volume: Math.round(volume) })}
          />
        </div>
        <Field label="Prices on">
          <DateField value={on} today={today} onValueChange={(date) => change({ on: date })} />
        </Field>
      </div>
    </Card>
  );
}

/** What to know about a model before its price is believed. */
function modelNotes(card: RateCard, on: string): string {
  const ending = lifecycleNote(card, on);
  const source = card.sourceKind === "third_party" ? "A third party lists this price." : null;
  return [ending && `${ending}.`, source].filter(Boolean).join(" ");
}
