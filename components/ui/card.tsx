import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";

export function Card({ className, ...props }: ComponentProps<"section">) {
  return (
    <section
      data-slot="card"
      className={cn("rounded-card border bg-surface shadow-hair", className)}
      {...props}
    />
  );
}

export interface CardHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  /** Controls at the right end. */
  actions?: ReactNode;
  /** So that the card can be named by its title: `<Card aria-labelledby={titleId}>`. */
  titleId?: string;
  className?: string;
}

export function CardHeader({ title, description, actions, titleId, className }: CardHeaderProps) {
  return (
    <header
      className={cn("flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-3.5", className)}
    >
      <div className="grid gap-0.5">
        <h2 id={titleId} className="font-semibold">
          {title}
        </h2>
        {description && <p className="text-sm text-muted">{description}</p>}
      </div>
      {actions && <div className="flex items-center gap-2">{actions}</div>}
    </header>
  );
}

export function CardFooter({ className, ...props }: ComponentProps<"footer">) {
  return (
    <footer
      className={cn(
        "flex flex-wrap items-center gap-2 border-t border-hair px-4 py-3 text-sm text-muted",
        className,
      )}
      {...props}
    />
  );
}
