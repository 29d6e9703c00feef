"use client";

import { type ReactNode, useCallback, useMemo } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { DateField } from "@/components/ui/date-field";
import { Field } from "@/components/ui/field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { findRateCard, type PriceBook, type RateCard } from "@/lib/pricing";
import { lastDayOfStage, type Growth, type ScenarioDrivers, type ScenarioProblem } from "@/lib/scenarios";
import { formatDate } from "@/lib/time";
import { problemAt } from "./check-drivers";
import { DriverRow } from "./driver-row";
import { MixEditor } from "./mix-editor";
import { sizesOf } from "./mix-grid";
import { NUMERIC_DRIVERS, type NumericDriverKey } from "./numeric-drivers";
import { OwnPicture } from "./own-picture";
import { priceKey, qualityColumns } from "./price-choices";
import { PriceField } from "./price-field";
import type { ChangeDrivers } from "./use-draft";

export interface DriversCardProps {
  workspace: string;
  today: string;
  drivers: ScenarioDrivers;
  reference: { name: string; drivers: ScenarioDrivers };
  problems: readonly ScenarioProblem[];
  cards: readonly RateCard[];
  book: PriceBook;
  isReadOnly: boolean;
  changeDrivers: ChangeDrivers;
  onSettle: () => void;
}

const PERIODS = [
  { value: "day", label: "a day" },
  { value: "week", label: "a week" },
  { value: "month", label: "a month" },
] as const;

const GROWTHS = [
  { value: "none", label: "None" },
  { value: "linear", label: "Linear" },
  { value: "compound", label: "Compound" },
] as const;

const USUAL_GROWTH_PERCENT = 5;

/** Every driver of a scenario. The numbers have sliders; what they belong to stands beside them. */
export function DriversCard(props: DriversCardProps) {
  const { workspace, today, drivers, reference, problems, cards, book, isReadOnly, changeDrivers, onSettle } =
    props;
  const { provider, model, startsOn, lengthMonths, mix, growth } = drivers;

  const changeNumber = useCallback(
    (driver: NumericDriverKey, value: number) =>
      changeDrivers(driver, (before) => NUMERIC_DRIVERS[driver].write(before, value)),
    [changeDrivers],
  );
  const qualities = useMemo(() => {
    const card = findRateCard(book, { provider, model, on: startsOn });
    return qualityColumns(
      card,
      mix.map(({ quality }) => quality),
    );
  }, [book, provider, model, startsOn, mix]);

  const row = (driver: NumericDriverKey, more: { isIdle?: boolean; children?: ReactNode } = {}) => (
    <DriverRow
      driver={driver}
      value={NUMERIC_DRIVERS[driver].read(drivers)}
      unit={NUMERIC_DRIVERS[driver].unit(drivers)}
      reference={NUMERIC_DRIVERS[driver].read(reference.drivers)}
      referenceName={reference.name}
      problem={problemAt(problems, NUMERIC_DRIVERS[driver].path)}
      isReadOnly={isReadOnly}
      onChange={changeNumber}
      onSettle={onSettle}
      {...more}
    />
  );
  const ownPicture = (work: "qa" | "promptTuning", name: string) => (
    <OwnPicture
      name={name}
      model={model}
      size={drivers[work].size}
      quality={drivers[work].quality}
      qualities={qualities}
      mixSizes={sizesOf(mix)}
      problem={problemAt(problems, `${work}.size`) ?? problemAt(problems, `${work}.quality`)}
      onChange={(picture) =>
        changeDrivers(`${work} picture`, (before) => ({ ...before, [work]: { ...before[work], ...picture } }))
      }
    />
  );

  return (
    <Card aria-label="What drives the cost" className="min-w-0 self-start">
      <CardHeader
        title="What drives the cost"
        description={
          isReadOnly
            ? `The tick marks ${markedText(reference.name)}.`
            : `Drag, type, or press ↑ ↓. The tick marks ${markedText(reference.name)}.`
        }
        className="pb-3"
      />
      <fieldset disabled={isReadOnly} className="min-w-0">
        {row("requests", {
          children: (
            <Select
              aria-label="Requests per"
              value={drivers.volume.per}
              onValueChange={(per) =>
                changeDrivers("per", (before) => ({ ...before, volume: { ...before.volume, per } }))
              }
              options={PERIODS}
              className="h-7 w-[5.5rem] px-2 text-sm"
            />
          ),
        })}
        {row("imagesPerRequest")}
        {row("growth", { isIdle: growth.kind === "none" })}
        <div className="px-4 pb-2.5">
          <SegmentedControl
            size="sm"
            label="Kind of growth"
            value={growth.kind}
            options={GROWTHS}
            onValueChange={(kind) =>
              changeDrivers("growth kind", (before) => ({
                ...before,
                growth: growthOf(kind, before.growth, reference.drivers.growth),
              }))
            }
          />
        </div>
        <MixEditor
          mix={mix}
          reference={reference.drivers.mix}
          model={model}
          qualities={qualities}
          problems={problems}
          isReadOnly={isReadOnly}
          changeDrivers={changeDrivers}
        />
        {row("billedRetries")}
        {row("qaRuns")}
        {row("qaImages")}
        {ownPicture("qa", "QA")}
        {row("tuningPrompts")}
        {row("tuningIterations")}
        {ownPicture("promptTuning", "prompt tuning")}
        {row("accepted")}
        {row("promptTokens")}
        <div className="grid gap-2.5 border-t border-hair px-4 py-2.5">
          <div className="flex min-h-7 items-center justify-between gap-2">
            <span className="font-medium">Operation</span>
            <SegmentedControl
              size="sm"
              label="Operation"
              value={drivers.operation}
              options={[
                { value: "generation", label: "Generation" },
                { value: "edit", label: "Edit" },
              ]}
              onValueChange={(operation) =>
                changeDrivers("operation", (before) => ({
                  ...before,
                  operation,
                  // An edit needs at least one reference image and a generation takes none.
                  referenceImages: operation === "edit" ? Math.max(1, before.referenceImages) : 0,
                }))
              }
            />
          </div>
          <Switch
            label="Batch"
            hint="Answers within a day, at the batch price."
            checked={drivers.batch}
            onCheckedChange={(batch) => changeDrivers("batch", (before) => ({ ...before, batch }))}
          />
          {problemAt(problems, "batch") && (
            <p role="alert" className="text-sm text-over">
              {problemAt(problems, "batch")}
            </p>
          )}
        </div>
        {drivers.operation === "edit" && row("referenceImages")}
        <div className="border-t border-hair px-4 py-2.5">
          <PriceField
            workspace={workspace}
            drivers={drivers}
            cards={cards}
            book={book}
            problem={problemAt(problems, "model") ?? problemAt(problems, "provider")}
            onChange={(price) => changeDrivers(priceKey(price), (before) => ({ ...before, ...price }))}
          />
        </div>
        <div className="border-t border-hair px-4 py-2.5">
          <Field
            label="Starts on"
            error={problemAt(problems, "startsOn")}
            hint={`Ends on ${formatDate(lastDayOfStage(startsOn, lengthMonths))}`}
          >
            <DateField
              value={startsOn}
              min="2000-01-01"
              max="2099-12-31"
              today={today}
              onValueChange={(next) => changeDrivers("startsOn", (before) => ({ ...before, startsOn: next }))}
            />
          </Field>
        </div>
        {row("lengthMonths")}
      </fieldset>
    </Card>
  );
}

function markedText(name: string): string {
  return name === "saved" ? "what was saved" : name;
}

/** Another kind keeps the rate; from none it takes the one that it is compared with. */
function growthOf(kind: Growth["kind"], before: Growth, reference: Growth): Growth {
  if (kind === "none") return { kind };
  const from = before.kind === "none" ? reference : before;
  return { kind, percentPerMonth: from.kind === "none" ? USUAL_GROWTH_PERCENT : from.percentPerMonth };
}
