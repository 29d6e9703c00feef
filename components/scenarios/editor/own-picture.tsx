"use client";

import { memo, useMemo } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { nearestSizeText, readSizeText } from "@/lib/calculator";
import type { MixLine } from "@/lib/scenarios";
import { legalSizes } from "./legal-sizes";
import { sizesOf } from "./mix-grid";
import type { ChangeDrivers } from "./use-draft";

const AS_IN_THE_MIX = "as-in-the-mix";

export interface OwnPictureProps {
  work: "qa" | "promptTuning";
  model: string;
  size: string | null;
  quality: string | null;
  qualities: readonly string[];
  mix: readonly MixLine[];
  problem?: string | undefined;
  changeDrivers: ChangeDrivers;
}

/** The size and quality of pictures that are made for a work's own sake; as in the mix unless said otherwise. */
export const OwnPicture = memo(function OwnPicture(props: OwnPictureProps) {
  const { work, model, size, quality, qualities, mix, problem, changeDrivers } = props;
  const name = work === "qa" ? "QA" : "prompt tuning";
  const sizes = useMemo(
    () => [...new Set([...sizesOf(mix), ...legalSizes(model), ...(size === null ? [] : [size])])],
    [mix, model, size],
  );
  const onChange = (picture: { size: string | null; quality: string | null }) =>
    changeDrivers(`${work} picture`, (before) => ({ ...before, [work]: { ...before[work], ...picture } }));
  const suggestion = size === null ? null : nearestSizeText(model, size);
  return (
    <div className="grid gap-1.5 px-4 pt-0.5 pb-2.5">
      <div className="grid grid-cols-2 gap-2">
        <Combobox
          aria-label={`Size for ${name}`}
          value={size ?? AS_IN_THE_MIX}
          searchPlaceholder="Find or type a size"
          onValueChange={(next) => onChange({ size: next === AS_IN_THE_MIX ? null : next, quality })}
          onCreate={(text) => onChange({ size: readSizeText(text), quality })}
          options={[
            { value: AS_IN_THE_MIX, label: "Sizes of the mix" },
            ...sizes.map((each) => ({ value: each, label: each })),
          ]}
          className="h-7"
        />
        <Select
          aria-label={`Quality for ${name}`}
          value={quality ?? AS_IN_THE_MIX}
          onValueChange={(next) => onChange({ size, quality: next === AS_IN_THE_MIX ? null : next })}
          options={[
            { value: AS_IN_THE_MIX, label: "Qualities of the mix" },
            ...qualities.map((each) => ({ value: each, label: each })),
          ]}
          className="h-7"
        />
      </div>
      {problem && (
        <div className="grid justify-items-start gap-1">
          <FieldError>{problem}</FieldError>
          {suggestion && (
            <Button size="sm" onClick={() => onChange({ size: suggestion, quality })}>
              Use {suggestion}
            </Button>
          )}
        </div>
      )}
    </div>
  );
});
