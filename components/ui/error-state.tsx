"use client";

import { CircleAlert, RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./class-names";

export interface ErrorStateProps {
  title?: ReactNode;
  /** In plain words what happened and what helps. */
  message: ReactNode;
  onRetry?: (() => void) | undefined;
  isRetrying?: boolean;
  /** Quoted to whoever looks it up in the log. */
  requestId?: string | null | undefined;
  className?: string;
}

export function ErrorState({
  title = "This could not be loaded",
  message,
  onRetry,
  isRetrying = false,
  requestId,
  className,
}: ErrorStateProps) {
  return (
    <div role="alert" className={cn("grid place-items-center gap-3 px-4 py-12 text-center", className)}>
      <span className="grid size-9 place-items-center rounded-card border bg-over-soft text-over">
        <CircleAlert aria-hidden className="size-4" />
      </span>
      <div className="grid max-w-md gap-1">
        <p className="font-semibold">{title}</p>
        <p className="text-muted">{message}</p>
        {requestId && (
          <p className="text-sm text-muted">
            Request <code className="font-mono select-all">{requestId}</code>
          </p>
        )}
      </div>
      {onRetry && (
        <Button onClick={onRetry} isPending={isRetrying}>
          <RotateCw aria-hidden /> Try again
        </Button>
      )}
    </div>
  );
}
