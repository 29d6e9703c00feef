import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";

/** The answers of a page, side by side: two or four across, two on a phone. */
export function KeyFigures({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <dl
      data-slot="card"
      className={cn(
        "grid grid-cols-2 gap-px overflow-hidden rounded-card border bg-border shadow-hair lg:grid-cols-4",
        className,
      )}
    >
      {children}
    </dl>
  );
}

export interface KeyFigureProps {
  label: string;
  value: ReactNode;
  /** Compared with what. */
  detail?: ReactNode;
  /** A control at the right of the label. */
  action?: ReactNode;
}

export function KeyFigure({ label, value, detail, action }: KeyFigureProps) {
  return (
    <div className="grid min-w-0 content-start gap-0.5 bg-surface px-4 py-3">
      <dt className="flex min-h-6 items-center gap-1.5 text-sm text-muted">
        <span className="truncate">{label}</span>
        {action && <span className="ml-auto">{action}</span>}
      </dt>
      <dd className="-m-1 truncate p-1 text-figure">{value}</dd>
      {detail && <dd className="min-h-[1.45em] text-sm text-muted">{detail}</dd>}
    </div>
  );
}
