"use client";

import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { get, useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import type { PriceFormValues } from "./price-form-values";

interface LineTableProps {
  title: string;
  /** The path of the lines, for what is wrong with the list as a whole. */
  path: string;
  lines: readonly { id: string }[];
  /** Grid columns on a wide screen; on a phone two share a row. */
  columns: string;
  renderLine: (index: number) => ReactNode;
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
          <div className={`grid min-w-0 flex-1 grid-cols-2 gap-2 ${columns}`}>{renderLine(index)}</div>
          <IconButton
            label={`Remove line ${index + 1}`}
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
