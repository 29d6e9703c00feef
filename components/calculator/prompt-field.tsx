"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { countCharacters, promptTokens, type PromptUnit, TOKENS_AROUND_A_PROMPT } from "@/lib/calculator";
import type { CalculatorState } from "@/lib/client/calculator-search";
import type { ChangeState } from "./change-state";

const UNITS: { value: PromptUnit; label: string }[] = [
  { value: "tokens", label: "tokens, as billed" },
  { value: "characters", label: "characters" },
  { value: "words", label: "words" },
];

/** How long the prompt is: its billed tokens, an estimate from its length, or the prompt itself to be counted. */
export function PromptField({ state, change }: { state: CalculatorState; change: ChangeState }) {
  const { prompt, promptIn, references } = state;
  const textId = useId();
  const [isPasting, setIsPasting] = useState(false);
  const tokens = promptTokens(prompt, promptIn);
  return (
    <div className="grid gap-1.5">
      <div className="grid grid-cols-[1fr_9.5rem] items-end gap-2">
        <Field label="Prompt">
          <NumberField
            value={prompt}
            min={0}
            max={100_000}
            decimals={0}
            onValueChange={(length) => change({ prompt: length ?? 0 })}
          />
        </Field>
        <Select
          aria-label="Prompt counted in"
          value={promptIn}
          options={UNITS}
          onValueChange={(unit) => change({ promptIn: unit })}
        />
      </div>
      {isPasting ? (
        <div className="grid gap-1">
          <label htmlFor={textId} className="sr-only">
            The prompt
          </label>
          <Textarea
            id={textId}
            autoFocus
            placeholder="Paste the prompt"
            onChange={(event) =>
              change({
                prompt: Math.min(100_000, countCharacters(event.target.value)),
                promptIn: "characters",
              })
            }
          />
          <p className="text-sm text-muted">It stays in this browser: the link carries its length only.</p>
        </div>
      ) : (
        <Button
          variant="link"
          size="sm"
          className="h-6 justify-self-start"
          onClick={() => setIsPasting(true)}
        >
          Paste a prompt to count it
        </Button>
      )}
      {promptIn !== "tokens" && (
        <p className="text-sm text-muted">
          About {tokens.toLocaleString("en-US")} text tokens: four characters, or three quarters of a word, to
          a token is a rule of thumb for English, and {TOKENS_AROUND_A_PROMPT} more are billed around the
          prompt
          {references.length > 0 && "; how many an edit adds is not known"}.
        </p>
      )}
    </div>
  );
}
