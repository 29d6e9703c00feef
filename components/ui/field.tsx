"use client";

import { CircleAlert } from "lucide-react";
import { Slot } from "radix-ui/slot";
import { type ReactElement, type ReactNode, useId } from "react";
import { cn } from "./class-names";

export interface FieldProps {
  label: ReactNode;
  /** A short explanation under the control. */
  hint?: ReactNode;
  /** Replaces the hint. */
  error?: string | undefined;
  /** To the right of the label: a unit, a badge, a link. */
  aside?: ReactNode;
  isOptional?: boolean;
  /** The label is read aloud but not drawn. */
  isLabelHidden?: boolean;
  className?: string;
  /** One control that takes `id`, `aria-describedby` and `aria-invalid`: every control of this folder does. */
  children: ReactElement;
}

/** A label, one control, and what is wrong with it, tied together for screen readers. */
export function Field({
  label,
  hint,
  error,
  aside,
  isOptional = false,
  isLabelHidden = false,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = error !== undefined || hint !== undefined;
  return (
    <div className={cn("grid content-start gap-1.5", className)}>
      <div className={cn("flex items-baseline justify-between gap-2", isLabelHidden && "sr-only")}>
        <label htmlFor={id} className="text-sm font-medium text-ink">
          {label}
          {isOptional && <span className="font-normal text-muted"> (optional)</span>}
        </label>
        {aside && <span className="text-sm text-muted">{aside}</span>}
      </div>
      <Slot
        {...{ id }}
        aria-describedby={hasNote ? noteId : undefined}
        aria-invalid={error !== undefined || undefined}
      >
        {children}
      </Slot>
      {error !== undefined ? (
        <FieldError id={noteId}>{error}</FieldError>
      ) : (
        hint && (
          <p id={noteId} className="text-sm text-muted">
            {hint}
          </p>
        )
      )}
    </div>
  );
}

/** What is wrong, in words, with a mark that is not only a colour. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="flex items-start gap-1.5 text-sm text-over">
      <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
      {children}
    </p>
  );
}
