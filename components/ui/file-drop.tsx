"use client";

import { FileUp } from "lucide-react";
import { type DragEvent, type ReactNode, useId, useState } from "react";
import { cn } from "./class-names";

export interface FileDropProps {
  onFile: (file: File) => void;
  /** As in the `accept` attribute: ".csv,.jsonl". */
  accept: string;
  title: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  className?: string;
}

/** Takes one file, dropped, chosen or pasted from the file manager. */
export function FileDrop({ onFile, accept, title, hint, disabled = false, className }: FileDropProps) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);

  function take(files: FileList | null) {
    setIsOver(false);
    const file = files?.[0];
    if (file && !disabled) onFile(file);
  }

  function over(event: DragEvent) {
    event.preventDefault();
    setIsOver(true);
  }

  return (
    <label
      htmlFor={id}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer.files);
      }}
      onPaste={(event) => take(event.clipboardData.files)}
      className={cn(
        "grid cursor-pointer place-content-center place-items-center gap-2 rounded-card border border-dashed border-faint bg-surface px-6 py-10 text-center transition-colors focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent hover:border-ink",
        isOver && "border-accent bg-accent-soft",
        disabled && "cursor-not-allowed opacity-50",
        className,
      )}
    >
      <FileUp aria-hidden className="size-5 text-muted" />
      <span className="font-medium">{title}</span>
      {hint && <span className="text-sm text-muted">{hint}</span>}
      <input
        id={id}
        type="file"
        accept={accept}
        disabled={disabled}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files);
          // So that choosing the same file again is a change.
          event.target.value = "";
        }}
      />
    </label>
  );
}
