"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { nearestSizeText, readSizeText } from "@/lib/calculator";
import { sizeProblems } from "@/lib/pricing";

export interface SizeTextFieldProps {
  label: string;
  model: string;
  /** Empty for a new size. */
  value: string;
  /** Sizes that are in the mix already. */
  taken: readonly string[];
  isReadOnly?: boolean;
  onSizeChange: (size: string) => void;
  onCancel?: (() => void) | undefined;
}

/** A size as text. What the model would refuse is said while it is typed, with the nearest legal size one press away. */
export function SizeTextField(props: SizeTextFieldProps) {
  const { label, model, value, taken, isReadOnly = false, onSizeChange, onCancel } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const size = readSizeText(typed ?? value);
  const problem = problemOf(size);
  const suggestion = nearestSizeText(model, size);

  function problemOf(text: string): string | undefined {
    if (text === "") return undefined;
    if (taken.includes(text)) return `${text} is in the list already.`;
    return sizeProblems(model, text)[0];
  }

  function accept(text: string) {
    setTyped(null);
    if (text === "" || text === value || taken.includes(text)) return onCancel?.();
    onSizeChange(text);
  }

  /** A legal size is taken; another one is kept only where the row stands already, so that nothing typed is lost. */
  function leave() {
    if (typed === null || size === "") accept("");
    else if (problemOf(size) === undefined || /^\d{2,5}x\d{2,5}$/.test(size)) accept(size);
    else setTyped(null);
  }

  return (
    <div className="grid gap-1.5">
      <Input
        aria-label={label}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={problem === undefined ? undefined : id}
        autoFocus={value === ""}
        autoComplete="off"
        spellCheck={false}
        inputMode="text"
        placeholder="1024x1024"
        className="h-7 px-1.5 tabular-nums"
        data-typing={typed !== null}
        readOnly={isReadOnly}
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={(event) => {
          // Pressing the suggestion leaves the box too, and must not be overtaken by that.
          if (event.relatedTarget instanceof Element && event.relatedTarget.closest(`[data-for="${id}"]`))
            return;
          leave();
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            leave();
          } else if (event.key === "Escape") {
            setTyped(null);
            onCancel?.();
          }
        }}
      />
      {problem && (
        <div className="grid justify-items-start gap-1">
          <FieldError id={id}>{problem}</FieldError>
          {suggestion && !taken.includes(suggestion) && !isReadOnly && (
            <Button size="sm" data-for={id} onClick={() => accept(suggestion)}>
              Use {suggestion}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
