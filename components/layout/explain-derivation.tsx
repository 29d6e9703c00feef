"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { CopyButton } from "@/components/ui/copy-button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { usageHref } from "@/lib/client/usage-href";
import type { ExplanationQuery } from "@/lib/contracts/explanations";
import { amountText, type Derivation, derivationText, type StepsMake } from "@/lib/derivations";
import { formatUsdShort } from "@/lib/money";
import { ExplainCards } from "./explain-cards";
import { useWorkspace } from "./workspace-context";

type Explained = Derivation<ExplanationQuery>;

interface ExplainDerivationProps {
  derivation: Explained;
  /** What it answers, where it was asked for. */
  question?: ExplanationQuery;
  /** What "Copy as text" copies, where not everything is drawn here. */
  copied?: Explained;
  /** Absent where nothing leads further. */
  onStep?: (step: Explained) => void;
  onOtherway?: (question: ExplanationQuery) => void;
}

/** One derivation: the amount, its formula, what was put in, its parts, the prices with their sources, and the rounding. */
export function ExplainDerivation({
  derivation,
  question,
  copied = derivation,
  onStep,
  onOtherway,
}: ExplainDerivationProps) {
  const { title, formula, inputs, rateCards, notes, rounding, steps } = derivation;
  return (
    <>
      <header className="grid gap-0.5">
        <h2 className="text-sm text-muted">{title}</h2>
        <p className="text-figure break-words tabular-nums">{amountText(derivation)}</p>
        <p>{formula}</p>
      </header>
      {inputs.length > 0 && (
        <dl className="grid border-y border-hair">
          {inputs.map(({ name, value, unit, note }) => (
            <div
              key={name}
              className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 border-b border-hair py-1 last:border-b-0"
            >
              <dt className="text-muted">{name}</dt>
              <dd className="text-right tabular-nums">
                {value} {unit}
                {note && <span className="text-muted"> {note}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Steps derivation={derivation} {...(onStep && { onStep })} {...(onOtherway && { onOtherway })} />
      {notes.length > 0 && (
        <ul className="grid gap-1 text-sm text-muted">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <ExplainCards cards={[...rateCards, ...steps.flatMap((step) => step.rateCards)]} />
      <p className="text-sm text-muted">{rounding}</p>
      <footer className="flex flex-wrap gap-2 pt-1 print:hidden">
        <CopyButton size="sm" label="Copy as text" value={derivationText(copied)} />
        {question && <CallsLink question={question} />}
      </footer>
    </>
  );
}

function Steps({
  derivation: { steps, stepsMake, otherways },
  onStep,
  onOtherway,
}: Pick<ExplainDerivationProps, "derivation" | "onStep" | "onOtherway">) {
  if (steps.length === 0 && otherways.length === 0) return null;
  return (
    <section aria-label="Parts" className="grid gap-1">
      <div className="flex min-h-7 items-center justify-between gap-2">
        <h3 className="text-sm font-medium">{STEPS_WORDS[stepsMake]}</h3>
        {onOtherway && otherways.length > 0 && (
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <Button variant="ghost" size="sm" className="-mr-2">
                Take apart otherwise <ChevronDown aria-hidden />
              </Button>
            </DropdownMenuTrigger>
            <DropdownMenuContent>
              {otherways.map(({ label, question }) => (
                <DropdownMenuItem key={label} onSelect={() => onOtherway(question)}>
                  {label}
                </DropdownMenuItem>
              ))}
            </DropdownMenuContent>
          </DropdownMenu>
        )}
      </div>
      <ul className="grid">
        {steps.map((step, index) => (
          <li key={`${step.title} ${index}`} className="border-b border-hair last:border-b-0">
            <Step
              step={step}
              sign={step.amountNanoUsd === null ? "" : signOf(stepsMake, index)}
              onOpen={onStep && (() => onStep(step))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

const STEPS_WORDS: Readonly<Record<StepsMake, string>> = {
  sum: "Added up",
  difference: "One less the other",
  values: "Put into the formula",
};

function signOf(stepsMake: StepsMake, index: number): string {
  if (stepsMake === "values") return "";
  if (stepsMake === "difference") return index === 0 ? "" : "−";
  return "+";
}

interface StepProps {
  step: Explained;
  sign: string;
  onOpen: (() => void) | undefined;
}

function Step({ step, sign, onOpen }: StepProps) {
  const { title, formula, rateCards, steps, inputs, more } = step;
  const isDeeper = more !== null || steps.length > 0 || inputs.length > 0 || rateCards.length > 0;
  const leadsOn = isDeeper && onOpen !== undefined;
  const line = (
    <>
      <span aria-hidden className="w-2.5 text-muted">
        {sign}
      </span>
      <span className="grid min-w-0 text-left">
        <span className="break-words">{title}</span>
        {more === null && formula !== title && (
          <span className="text-sm break-words text-muted">{formula}</span>
        )}
      </span>
      <span className="text-right tabular-nums">
        {step.amountNanoUsd === null ? <Unknown bounds={step.bounds} /> : amountText(step)}
      </span>
      <ChevronRight aria-hidden className={cn("size-3.5 text-faint", !leadsOn && "invisible")} />
    </>
  );
  const classes =
    "grid w-full grid-cols-[auto_minmax(0,1fr)_auto_auto] items-baseline gap-x-2 rounded-sm py-1.5 [&>svg]:self-center";
  return leadsOn ? (
    <button type="button" onClick={onOpen} className={cn(classes, "hover:bg-sunken/60")}>
      {line}
    </button>
  ) : (
    <div className={classes}>{line}</div>
  );
}

/** Not known, above what is known of it. */
function Unknown({ bounds }: Pick<Explained, "bounds">) {
  const { lowNanoUsd = null, highNanoUsd = null } = bounds ?? {};
  return (
    <span className="grid text-muted">
      not known
      {lowNanoUsd !== null && highNanoUsd !== null && (
        <span className="text-sm">
          {formatUsdShort(lowNanoUsd)} to {formatUsdShort(highNanoUsd)}
        </span>
      )}
    </span>
  );
}

/** To the calls themselves, where the question is about a set of calls or about one. */
function CallsLink({ question }: { question: ExplanationQuery }) {
  const { slug } = useWorkspace();
  const { subject, by: _by, call, month, scenarioId, rateCard, ...filter } = question;
  if (call !== undefined) {
    return (
      <Button asChild size="sm">
        <Link href={`/w/${slug}/usage?call=${encodeURIComponent(call)}`}>Show the call</Link>
      </Button>
    );
  }
  const isOfCalls = month === undefined && scenarioId === undefined && rateCard === undefined;
  if (!isOfCalls || subject === "rework" || subject === "paid_losses") return null;
  return (
    <Button asChild size="sm">
      <Link href={usageHref(slug, filter, filter.from === undefined ? "all" : undefined)}>
        Show the calls
      </Link>
    </Button>
  );
}
