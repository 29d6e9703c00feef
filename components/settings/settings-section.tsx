import { type ReactNode, useId } from "react";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";

export interface SettingsSectionProps {
  title: string;
  description: ReactNode;
  children: ReactNode;
  /** For tables, which reach from edge to edge. */
  isFlush?: boolean;
  actions?: ReactNode;
}

/** One matter: what it is on top, its controls in a card. */
export function SettingsSection({
  title,
  description,
  children,
  isFlush = false,
  actions,
}: SettingsSectionProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="grid grid-cols-1 gap-2.5">
      <header className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="grid gap-0.5">
          <h2 id={titleId} className="font-semibold">
            {title}
          </h2>
          <p className="max-w-prose text-muted">{description}</p>
        </div>
        {actions}
      </header>
      <Card className={cn("grid grid-cols-1 gap-4", isFlush ? "overflow-hidden" : "p-4")}>{children}</Card>
    </section>
  );
}
