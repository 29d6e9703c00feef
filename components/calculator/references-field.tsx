"use client";

import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { NumberField } from "@/components/ui/number-field";
import { groupSizes, MOST_REFERENCES } from "@/lib/client/calculator-search";
import { parseSize, type ImageSize } from "@/lib/pricing";

export interface ReferencesFieldProps {
  references: ImageSize[];
  onChange: (references: ImageSize[]) => void;
}

interface Group extends ImageSize {
  count: number;
}

/** The images that go in: how many of which size. */
export function ReferencesField({ references, onChange }: ReferencesFieldProps) {
  const groups: Group[] = groupSizes(references).map(({ count, size }) => ({
    count,
    ...(parseSize(size) ?? { width: 1024, height: 1024 }),
  }));
  const room = MOST_REFERENCES - references.length;

  function write(next: readonly Group[]) {
    onChange(
      next
        .flatMap(({ count, width, height }) => Array.from({ length: count }, () => ({ width, height })))
        .slice(0, MOST_REFERENCES),
    );
  }
  const change = (index: number, changes: Partial<Group>) =>
    write(groups.map((group, place) => (place === index ? { ...group, ...changes } : group)));

  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 flex w-full justify-between text-sm font-medium">
        Reference images
        {references.length > 0 && <span className="font-normal text-muted">makes it an edit</span>}
      </legend>
      {groups.map((group, index) => (
        <div key={index} className="grid grid-cols-[3.5rem_auto_1fr_auto_1fr_auto] items-center gap-1.5">
          <NumberField
            aria-label={`How many, size ${index + 1}`}
            value={group.count}
            min={1}
            max={group.count + room}
            decimals={0}
            onValueChange={(count) => change(index, { count: count ?? 1 })}
          />
          <span className="text-muted">of</span>
          <NumberField
            aria-label={`Width, size ${index + 1}`}
            value={group.width}
            min={1}
            max={50_000}
            decimals={0}
            onValueChange={(width) => change(index, { width: width ?? 1 })}
          />
          <span aria-hidden className="text-muted">
            ×
          </span>
          <NumberField
            aria-label={`Height, size ${index + 1}`}
            value={group.height}
            min={1}
            max={50_000}
            decimals={0}
            onValueChange={(height) => change(index, { height: height ?? 1 })}
          />
          <IconButton
            label={`Remove size ${index + 1}`}
            size="sm"
            onClick={() => write(groups.filter((_group, place) => place !== index))}
          >
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
      {room > 0 && (
        <Button
          variant="link"
          size="sm"
          className="h-6 justify-self-start"
          onClick={() => write([...groups, nextGroup(groups)])}
        >
          <Plus aria-hidden /> {groups.length === 0 ? "Add a reference image" : "Add one of another size"}
        </Button>
      )}
    </fieldset>
  );
}

/** A size that differs from the last one, so that it stays a row of its own. */
function nextGroup(groups: readonly Group[]): Group {
  const last = groups.at(-1);
  const isSquare = last?.width === 1024 && last.height === 1024;
  return { count: 1, width: isSquare ? 1536 : 1024, height: 1024 };
}
