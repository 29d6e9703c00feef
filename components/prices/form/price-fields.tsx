"use client";

import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { type FieldPath, useFormContext, useFormState, useWatch } from "react-hook-form";
import { FieldError } from "@/components/ui/field";
import { RadioCards } from "@/components/ui/radio-cards";
import { CurrencyMark, DateBox, NotesBox, SelectBox, TextBox } from "./form-boxes";
import { BY_RULE, PLAIN_SCHEMES, SOURCE_KINDS } from "./form-words";
import { PlainPricesFields } from "./plain-prices-fields";
import type { PricedCard, PriceFormValues } from "./price-form-values";
import { RuleFields } from "./rule-fields";
import { TermFields } from "./term-fields";

const SCHEMES = [...PLAIN_SCHEMES, BY_RULE];

const SOURCE_BOXES = ["sourceUrl", "checkedOn", "shutdownOn", "name", "notes"] as const;

/** All boxes of a price: what it is of, how it is billed, its terms, and who says so. */
export function PriceFields({ cards, today }: { cards: readonly PricedCard[]; today: string }) {
  const { control, getValues, setValue, trigger } = useFormContext<PriceFormValues>();
  const [isByRule, scheme, code] = useWatch({
    control,
    name: ["isByRule", "plain.scheme", "terms.code"],
  });
  const { errors } = useFormState({ control });
  const schemeProblem = errors.plain?.scheme?.message;
  const hasTermProblem = errors.terms !== undefined;
  const hasSourceProblem = SOURCE_BOXES.some((name) => errors[name] !== undefined);
  const options = { shouldDirty: true, shouldValidate: true };

  function choose(next: (typeof SCHEMES)[number]["value"]) {
    setValue("isByRule", next === "rules", options);
    if (next !== "rules") setValue("plain.scheme", next, options);
  }

  return (
    <CurrencyMark value={code === "USD" ? "$" : code}>
      <div className="grid content-start gap-6">
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          <TextBox name="provider" label="Provider" hint="As your calls name it." list="priced-providers" />
          <TextBox
            name="model"
            label="Model"
            list="priced-models"
            onLeave={() => void trigger([...sizePaths(getValues()), "plain.scheme"])}
          />
          <DateBox
            name="validFrom"
            label="Valid from"
            today={today}
            onChosen={() => void trigger(["lastDay", "shutdownOn"])}
          />
          <DateBox
            name="lastDay"
            label="Last day"
            today={today}
            isOptional
            hint="Open: until the next price begins. An earlier open price ends the day before this one."
          />
        </div>
        <Suggestions id="priced-providers" values={cards.map((card) => card.provider)} />
        <Suggestions id="priced-models" values={cards.map((card) => card.model)} />
        <div className="grid gap-1.5">
          <RadioCards
            aria-label="How it is billed"
            value={isByRule ? BY_RULE.value : scheme}
            onValueChange={choose}
            options={SCHEMES}
            className="sm:grid-cols-2 xl:grid-cols-3"
          />
          {!isByRule && schemeProblem && <FieldError>{schemeProblem}</FieldError>}
        </div>
        {isByRule ? <RuleFields /> : <PlainPricesFields at="plain" />}
        <Section title="Currency, least charge, previews and input" isOpen={hasTermProblem}>
          <TermFields />
        </Section>
        <Section title="Source, name and the model’s end" isOpen={hasSourceProblem}>
          <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
            <TextBox
              name="sourceUrl"
              label="Where it says so"
              isOptional
              placeholder="https://"
              inputMode="url"
            />
            <SelectBox name="sourceKind" label="How it is known" options={SOURCE_KINDS} />
            <DateBox name="checkedOn" label="Checked on" today={today} />
            <DateBox
              name="shutdownOn"
              label="Model shuts down on"
              today={today}
              isOptional
              hint="The first day without it."
            />
            <TextBox name="name" label="Name" isOptional hint="Else provider and model." />
            <NotesBox name="notes" label="Notes" isOptional />
          </div>
        </Section>
      </div>
    </CurrencyMark>
  );
}

/** The sizes that are entered: whether they are legal hangs on the model. */
function sizePaths({ isByRule, plain, rules }: PriceFormValues): FieldPath<PriceFormValues>[] {
  if (isByRule) return rules.map((_, index) => `rules.${index}.sizes` as const);
  return plain.scheme === "per_image"
    ? plain.images.map((_, index) => `plain.images.${index}.size` as const)
    : plain.tokenLines.map((_, index) => `plain.tokenLines.${index}.size` as const);
}

function Suggestions({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {[...new Set(values)].map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}

/** Boxes that most prices leave as they are. */
function Section({ title, isOpen, children }: { title: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details className="group border-t border-hair pt-3" {...(isOpen && { open: true })}>
      <summary className="flex cursor-pointer items-center gap-1.5 rounded-sm font-medium">
        <ChevronRight aria-hidden className="size-3.5 text-muted transition-transform group-open:rotate-90" />
        {title}
      </summary>
      <div className="pt-3">{children}</div>
    </details>
  );
}
