"use client";

import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { NumberField } from "@/components/ui/number-field";
import type { Translation } from "@/lib/imports";
import type { FieldDescription } from "./import-fields";
import { ValueControl } from "./value-control";

type ThresholdsTranslation = Extract<Translation, { kind: "thresholds" }>;

interface ThresholdsEditorProps {
  description: FieldDescription;
  translation: ThresholdsTranslation;
  onChange: (translation: ThresholdsTranslation) => void;
}

const MAX_STEPS = 20;

/** Below 28 is low, below 40 is medium, anything else is high. The steps are kept in ascending order. */
export function ThresholdsEditor({ description, translation, onChange }: ThresholdsEditorProps) {
  const { steps, otherwise } = translation;
  const last = steps.at(-1);
  const setSteps = (next: typeof steps) =>
    onChange({ ...translation, steps: next.toSorted((a, b) => a.below - b.below) });
  return (
    <div className="grid gap-2">
      {steps.map((step, index) => (
        <div key={index} className="grid grid-cols-[3rem_6rem_1rem_minmax(0,1fr)_1.75rem] items-center gap-2">
          <span className="text-muted">below</span>
          <NumberField
            aria-label={`Below, step ${index + 1}`}
            value={step.below}
            decimals={6}
            onValueChange={(below) =>
              below !== null && setSteps(steps.map((each, at) => (at === index ? { ...each, below } : each)))
            }
          />
          <span className="text-muted">is</span>
          <ValueControl
            description={description}
            label={`Below ${step.below} is`}
            value={step.value}
            onChange={(value) =>
              setSteps(steps.map((each, at) => (at === index ? { ...each, value } : each)))
            }
          />
          {steps.length > 1 && (
            <IconButton
              label={`Remove the step below ${step.below}`}
              size="sm"
              onClick={() => setSteps(steps.filter((_, at) => at !== index))}
            >
              <X aria-hidden />
            </IconButton>
          )}
        </div>
      ))}
      <div className="grid grid-cols-[9.5rem_1rem_minmax(0,1fr)_1.75rem] items-center gap-2">
        <span className="text-muted">any greater number</span>
        <span className="text-muted">is</span>
        <ValueControl
          description={description}
          label="Any greater number is"
          value={otherwise}
          onChange={(value) => onChange({ ...translation, otherwise: value })}
        />
      </div>
      {steps.length < MAX_STEPS && (
        <Button
          size="sm"
          className="justify-self-start"
          onClick={() => setSteps([...steps, { below: (last?.below ?? 0) + 1, value: otherwise }])}
        >
          <Plus aria-hidden /> Another step
        </Button>
      )}
    </div>
  );
}
