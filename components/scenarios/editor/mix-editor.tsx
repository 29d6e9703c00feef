"use client";

import { Plus, X } from "lucide-react";
import { memo, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { NumberField } from "@/components/ui/number-field";
import { formatNumberText } from "@/components/ui/number-text";
import type { MixLine, ScenarioProblem } from "@/lib/scenarios";
import { problemAt } from "./check-drivers";
import {
  addSize,
  balanceShares,
  mixRows,
  removeSize,
  renameSize,
  setShare,
  shareLeftPercent,
  sizesOf,
} from "./mix-grid";
import { SizeTextField } from "./size-text-field";
import type { ChangeDrivers } from "./use-draft";

export interface MixEditorProps {
  mix: MixLine[];
  reference: MixLine[];
  model: string;
  qualities: readonly string[];
  problems: readonly ScenarioProblem[];
  isReadOnly: boolean;
  changeDrivers: ChangeDrivers;
}

/** Which sizes at which quality, in per cent of the pictures: sizes down, qualities across. */
export const MixEditor = memo(function MixEditor(props: MixEditorProps) {
  const { mix, reference, model, qualities, problems, isReadOnly, changeDrivers } = props;
  const [isAdding, setIsAdding] = useState(false);
  const sizes = sizesOf(mix);
  const change = (key: string, next: (mix: MixLine[]) => MixLine[]) =>
    changeDrivers(`mix ${key}`, (drivers) => ({ ...drivers, mix: next(drivers.mix) }));
  const columns = { gridTemplateColumns: `minmax(6.25rem,1fr) repeat(${qualities.length},3.9rem) 1.25rem` };

  return (
    <div className="grid gap-1.5 border-t border-hair px-4 py-2.5">
      <div className="flex min-h-7 items-center justify-between gap-2">
        <h3 className="font-medium">Size and quality</h3>
        <ShareSum mix={mix} isReadOnly={isReadOnly} onBalance={() => change("balance", balanceShares)} />
      </div>
      <div className="overflow-x-auto">
        <div role="group" aria-label="Shares by size and quality" className="grid min-w-fit gap-1.5">
          <div aria-hidden className="grid gap-1 text-right text-sm text-muted" style={columns}>
            <span className="text-left">% of images</span>
            {qualities.map((quality) => (
              <span key={quality} className="pr-2">
                {quality}
              </span>
            ))}
          </div>
          {mixRows(mix, qualities).map((row, place) => (
            <div key={place} className="grid gap-1">
              <div className="grid items-start gap-1" style={columns}>
                <SizeTextField
                  label={`Size ${place + 1}`}
                  model={model}
                  value={row.size}
                  taken={sizes.filter((size) => size !== row.size)}
                  isReadOnly={isReadOnly}
                  onSizeChange={(size) => change("size", (lines) => renameSize(lines, row.size, size))}
                />
                {qualities.map((quality, column) => {
                  const share = row.shares[column] ?? 0;
                  const before = shareOf(reference, row.size, quality);
                  return (
                    <NumberField
                      key={quality}
                      aria-label={`${row.size} ${quality}, per cent`}
                      title={before === share ? undefined : `Saved: ${formatNumberText(String(before))} %`}
                      value={share}
                      min={0}
                      max={100}
                      readOnly={isReadOnly}
                      className={cn(
                        "h-7 px-2",
                        share === 0 && "text-muted",
                        before !== share && "font-semibold",
                      )}
                      onValueChange={(next) =>
                        change(`${row.size} ${quality}`, (lines) =>
                          setShare(lines, row.size, quality, next ?? 0),
                        )
                      }
                    />
                  );
                })}
                {sizes.length > 1 && !isReadOnly ? (
                  <IconButton
                    label={`Remove ${row.size}`}
                    size="sm"
                    className="w-5"
                    onClick={() => change("remove", (lines) => removeSize(lines, row.size))}
                  >
                    <X aria-hidden />
                  </IconButton>
                ) : (
                  <span />
                )}
              </div>
              <RowProblem problems={problems} indexes={row.indexes} />
            </div>
          ))}
        </div>
      </div>
      {isAdding ? (
        <div className="max-w-56">
          <SizeTextField
            label="New size"
            model={model}
            value=""
            taken={sizes}
            onSizeChange={(size) => {
              setIsAdding(false);
              change("add", (lines) => addSize(lines, size, mix[0]?.quality ?? qualities[0] ?? "high"));
            }}
            onCancel={() => setIsAdding(false)}
          />
        </div>
      ) : (
        !isReadOnly &&
        mix.length < 20 && (
          <Button
            variant="link"
            size="sm"
            className="h-6 justify-self-start"
            onClick={() => setIsAdding(true)}
          >
            <Plus aria-hidden /> Add a size
          </Button>
        )
      )}
    </div>
  );
});

function ShareSum({
  mix,
  isReadOnly,
  onBalance,
}: {
  mix: readonly MixLine[];
  isReadOnly: boolean;
  onBalance: () => void;
}) {
  const left = shareLeftPercent(mix);
  if (left === 0) return <span className="text-sm text-muted">sums to 100 %</span>;
  const size = formatNumberText(String(Math.abs(left)));
  return (
    <span role="alert" className="flex items-center gap-2 text-sm font-medium text-over">
      {left > 0 ? `${size} % left to place` : `${size} % too much`}
      {!isReadOnly && (
        <Button size="sm" onClick={onBalance}>
          Balance
        </Button>
      )}
    </span>
  );
}

/** What has no price. That a model refuses a size is said by the size's own box. */
function RowProblem({
  problems,
  indexes,
}: {
  problems: readonly ScenarioProblem[];
  indexes: readonly number[];
}) {
  const problem = indexes.map((index) => problemAt(problems, `mix.${index}`)).find(Boolean);
  return problem ? <FieldError>{problem}</FieldError> : null;
}

function shareOf(mix: readonly MixLine[], size: string, quality: string): number {
  return mix.find((line) => line.size === size && line.quality === quality)?.sharePercent ?? 0;
}
