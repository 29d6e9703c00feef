"use client";

import { memo, type ReactNode, useCallback, useMemo } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { findRateCard, type PriceBook, type RateCard } from "@/lib/pricing";
import type { ScenarioDrivers, ScenarioProblem } from "@/lib/scenarios";
import { problemAt } from "./check-drivers";
import { GrowthKind, PeriodSelect } from "./demand-choices";
import { DriverRow } from "./driver-row";
import { MixEditor } from "./mix-editor";
import { NUMERIC_DRIVERS, type NumericDriverKey } from "./numeric-drivers";
import { OwnPicture } from "./own-picture";
import { qualityColumns } from "./price-choices";
import { PriceField } from "./price-field";
import { OperationChoice, StartField } from "./request-choices";
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

/**
 * Every driver of a scenario. The numbers have sliders; what they belong to stands beside them. Each part is drawn
 * again only when its own driver changed, so that a slider moves smoothly.
 */
export const DriversCard = memo(function DriversCard(props: DriversCardProps) {
  const { workspace, today, drivers, reference, problems, cards, book, isReadOnly } = props;
  const { changeDrivers, onSettle } = props;
  const { provider, model, startsOn, lengthMonths, mix, growth, volume } = drivers;
  const changeNumber = useCallback(
    (driver: NumericDriverKey, value: number) =>
      changeDrivers(driver, (before) => NUMERIC_DRIVERS[driver].write(before, value)),
    [changeDrivers],
  );
  const qualities = useMemo(() => {
    const card = findRateCard(book, { provider, model, on: startsOn });
    const used = mix.map(({ quality }) => quality);
    return qualityColumns(card, used);
  }, [book, provider, model, startsOn, mix]);
  const period = useMemo(
    () => <PeriodSelect per={volume.per} changeDrivers={changeDrivers} />,
    [volume.per, changeDrivers],
  );
  const tick = `The tick marks ${reference.name === "saved" ? "what was saved" : reference.name}.`;

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
  const ownPicture = (work: "qa" | "promptTuning") => (
    <OwnPicture
      work={work}
      model={model}
      size={drivers[work].size}
      quality={drivers[work].quality}
      qualities={qualities}
      mix={mix}
      problem={problemAt(problems, `${work}.size`) ?? problemAt(problems, `${work}.quality`)}
      changeDrivers={changeDrivers}
    />
  );

  return (
    <Card aria-label="What drives the cost" className="min-w-0 self-start">
      <CardHeader
        title="What drives the cost"
        description={isReadOnly ? tick : `Drag, type, or press ↑ ↓. ${tick}`}
        className="pb-3"
      />
      <fieldset disabled={isReadOnly} className="min-w-0">
        {row("requests", { children: period })}
        {row("imagesPerRequest")}
        {row("growth", { isIdle: growth.kind === "none" })}
        <GrowthKind kind={growth.kind} reference={reference.drivers.growth} changeDrivers={changeDrivers} />
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
        {ownPicture("qa")}
        {row("tuningPrompts")}
        {row("tuningIterations")}
        {ownPicture("promptTuning")}
        {row("accepted")}
        {row("promptTokens")}
        <OperationChoice
          operation={drivers.operation}
          batch={drivers.batch}
          batchProblem={problemAt(problems, "batch")}
          changeDrivers={changeDrivers}
        />
        {drivers.operation === "edit" && row("referenceImages")}
        <div className="border-t border-hair px-4 py-2.5">
          <PriceField
            workspace={workspace}
            provider={provider}
            model={model}
            startsOn={startsOn}
            lengthMonths={lengthMonths}
            cards={cards}
            book={book}
            problem={problemAt(problems, "model") ?? problemAt(problems, "provider")}
            changeDrivers={changeDrivers}
          />
        </div>
        <StartField
          startsOn={startsOn}
          lengthMonths={lengthMonths}
          today={today}
          problem={problemAt(problems, "startsOn")}
          isReadOnly={isReadOnly}
          changeDrivers={changeDrivers}
        />
        {row("lengthMonths")}
      </fieldset>
    </Card>
  );
});
