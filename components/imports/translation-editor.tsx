"use client";

import { NumberField } from "@/components/ui/number-field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { Translation } from "@/lib/imports";
import type { FieldDescription } from "./import-fields";
import { ThresholdsEditor } from "./thresholds-editor";
import { ValuesEditor } from "./values-editor";

interface TranslationEditorProps {
  description: FieldDescription;
  translation: Translation | null;
  /** Values that the column has in the first lines. */
  samples: readonly string[];
  onChange: (translation: Translation | null) => void;
}

type Kind = Translation["kind"] | "none";

/** What the values of a column mean: as they stand, replaced one by one, by ranges of a number, or multiplied. */
export function TranslationEditor({ description, translation, samples, onChange }: TranslationEditorProps) {
  const kinds: { value: Kind; label: string }[] = [
    { value: "none", label: "As it stands" },
    ...(description.isNumber
      ? [
          { value: "multiply" as const, label: "Multiply" },
          { value: "count" as const, label: "Count a list" },
        ]
      : [
          { value: "values" as const, label: "Replace values" },
          { value: "thresholds" as const, label: "By number" },
        ]),
  ];
  return (
    <div className="grid gap-3 rounded-card bg-background p-3">
      <SegmentedControl
        size="sm"
        label={`How the values of ${description.label} are read`}
        className="justify-self-start"
        value={translation?.kind ?? "none"}
        options={kinds}
        onValueChange={(kind) => onChange(beginning(kind, samples, description))}
      />
      {translation?.kind === "values" && (
        <ValuesEditor description={description} translation={translation} onChange={onChange} />
      )}
      {translation?.kind === "thresholds" && (
        <ThresholdsEditor description={description} translation={translation} onChange={onChange} />
      )}
      {translation?.kind === "multiply" && (
        <label className="flex items-center gap-2">
          Multiply by
          <NumberField
            aria-label="Multiply by"
            className="w-28"
            value={translation.by}
            min={1e-9}
            max={1e9}
            decimals={9}
            onValueChange={(by) => onChange({ kind: "multiply", by: by ?? 1 })}
          />
        </label>
      )}
    </div>
  );
}

/** Where a kind of translation begins: with the values that the file is seen to have. */
function beginning(
  kind: Kind,
  samples: readonly string[],
  description: FieldDescription,
): Translation | null {
  const first = description.choices?.[0]?.value ?? "";
  const meaning = (sample: string) =>
    description.choices?.find(({ value }) => value === sample.toLowerCase())?.value ?? first;
  switch (kind) {
    case "none":
      return null;
    case "multiply":
      return { kind, by: 1000 };
    case "count":
      return { kind };
    case "values":
      return {
        kind,
        values: Object.fromEntries(samples.map((sample) => [sample, meaning(sample)])),
        otherwise: null,
      };
    case "thresholds":
      return { kind, steps: [{ below: 1, value: first }], otherwise: first };
  }
}
