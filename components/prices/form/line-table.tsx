"use client";

import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { get, useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import type { PriceFormValues } from "./price-form-values";

interface LineLabel {
  label: string;
  isLabelHidden: boolean;
}

interface LineTableProps {
  title: string;
  /** The path of the lines, for what is wrong with the list as a whole. */
  path: string;
  lines: readonly { id: string }[];
  /** Grid columns on a wide screen; on a phone two share a row. */
  columns: string;
  /** Only the first line draws its labels; those of the others are read aloud, with their number. */
  renderLine: (index: number, labelled: (label: string) => LineLabel) => ReactNode;
  addLabel: string;
  onAdd: () => void;
  onRemove: (index: number) => void;
}

/** What is wrong with the list as a whole. */
interface Complaint {
  message?: string;
}

/** Lines of boxes that can be added and removed; at least one stays. */
export function LineTable({
  title,
  path,
  lines,
  columns,
  renderLine,
  addLabel,
  onAdd,
  onRemove,
}: LineTableProps) {
  const { errors } = useFormContext<PriceFormValues>().formState;
  const complaint = get<typeof errors, Complaint | undefined>(errors, `${path}.root`)?.message;
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-1.5 text-sm font-medium">{title}</legend>
      {lines.map((line, index) => (
        <div key={line.id} className="flex items-start gap-2">
          <div className={`grid min-w-0 flex-1 grid-cols-2 gap-2 ${columns}`}>
            {renderLine(index, labelOf(index))}
          </div>
          <IconButton
            label={`Remove line ${index + 1}`}
            // Beside the boxes, under the labels of the first line.
            className={index === 0 ? "mt-6.5" : undefined}
            disabled={lines.length === 1}
            onClick={() => onRemove(index)}
          >
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
      {complaint && <FieldError>{complaint}</FieldError>}
      <Button variant="link" size="sm" className="justify-self-start" onClick={onAdd}>
        <Plus aria-hidden /> {addLabel}
      </Button>
    </fieldset>
  );
}

function labelOf(index: number): (label: string) => LineLabel {
  return (label) =>
    index === 0
      ? { label, isLabelHidden: false }
      : { label: `${label}, line ${index + 1}`, isLabelHidden: true };
}
