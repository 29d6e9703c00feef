import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names";

export interface EmptyStateProps {
  icon: LucideIcon;
  title: ReactNode;
  /** Which step fills it. */
  description: ReactNode;
  /** The button for that step. */
  action?: ReactNode;
  className?: string;
}

export function EmptyState({ icon: Icon, title, description, action, className }: EmptyStateProps) {
  return (
    <div className={cn("grid place-items-center gap-3 px-4 py-12 text-center", className)}>
      <span className="grid size-9 place-items-center rounded-card border bg-background text-muted">
        <Icon aria-hidden className="size-4" />
      </span>
      <div className="grid max-w-sm gap-1">
        <div className="font-semibold">{title}</div>
        <p className="text-muted">{description}</p>
      </div>
      {action && <div className="flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
