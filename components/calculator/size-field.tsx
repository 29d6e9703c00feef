"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";
import { nearestSizeText, pricedPictures, readSizeText } from "@/lib/calculator";
import { type RateCard, sizeProblems } from "@/lib/pricing";
import { drawnSize } from "./drawn-size";

export interface SizeFieldProps {
  model: string;
  card: RateCard | null;
  size: string;
  onSizeChange: (size: string) => void;
}

const MOST_PRESETS = 8;

/** A size as text, with the common ones to press. What the model would refuse is said with the nearest legal size. */
export function SizeField({ model, card, size, onSizeChange }: SizeFieldProps) {
  const isHydrated = useHydrated();
  // Null while nobody types: the box then shows the size itself.
  const [typed, setTyped] = useState<string | null>(null);
  const [problem] = sizeProblems(model, size);
  const nearest = nearestSizeText(model, size);
  const presets = card
    ? pricedPictures(card)
        .sizes.filter((each) => each !== "auto")
        .slice(0, MOST_PRESETS)
    : [];

  function choose(next: string) {
    setTyped(null);
    onSizeChange(next);
  }

  return (
    <div className="grid gap-1.5">
      <Field label="Size" error={problem?.replace(/ Nearest legal: .*$/, "")}>
        <Input
          value={typed ?? size}
          autoComplete="off"
          spellCheck={false}
          placeholder="1024x1024"
          readOnly={!isHydrated}
          className={cn("tabular-nums", !isHydrated && "[&[readonly]]:bg-surface")}
          onChange={(event) => {
            setTyped(event.target.value);
            const text = readSizeText(event.target.value);
            if (/^(auto|[1-9]\d{1,4}x[1-9]\d{1,4})$/.test(text)) onSizeChange(text);
          }}
          onBlur={() => {
            if (typed !== null) choose(readSizeText(typed).slice(0, 20) || "auto");
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && typed !== null) choose(readSizeText(typed).slice(0, 20) || "auto");
            if (event.key === "Escape") setTyped(null);
          }}
        />
      </Field>
      {nearest !== null && (
        <Button size="sm" className="justify-self-start" onClick={() => choose(nearest)}>
          Use {drawnSize(nearest)}, the nearest legal size
        </Button>
      )}
      <div role="group" aria-label="Common sizes" className="flex flex-wrap gap-1">
        {[...presets, "auto"].map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === size}
            onClick={() => choose(each)}
            className={cn(
              "h-6 rounded-control border px-1.5 text-sm text-muted tabular-nums transition-colors hover:border-faint hover:text-ink",
              each === size && "border-accent bg-accent-soft font-medium text-accent hover:text-accent",
            )}
          >
            {each === "auto" ? "auto" : drawnSize(each)}
          </button>
        ))}
      </div>
    </div>
  );
}
