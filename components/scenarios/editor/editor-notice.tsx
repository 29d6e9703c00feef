import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";

export interface EditorNoticeProps {
  icon: LucideIcon;
  tone?: "neutral" | "over";
  actions?: ReactNode;
  children: ReactNode;
}

/** A line above what it is about, with what can be done. */
export function EditorNotice({ icon: Icon, tone = "neutral", actions, children }: EditorNoticeProps) {
  return (
    <div
      role={tone === "over" ? "alert" : "status"}
      className={cn(
        "flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-card border px-4 py-2.5",
        tone === "over" ? "border-over/30 bg-over-soft" : "bg-sunken",
      )}
    >
      <p className="flex min-w-0 items-start gap-2">
        <Icon
          aria-hidden
          className={cn("mt-0.5 size-4 shrink-0", tone === "over" ? "text-over" : "text-muted")}
        />
        <span>{children}</span>
      </p>
      {actions && <div className="flex gap-2">{actions}</div>}
    </div>
  );
}
