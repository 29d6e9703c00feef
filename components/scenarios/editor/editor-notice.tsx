import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export interface EditorNoticeProps {
  icon: LucideIcon;
  actions?: ReactNode;
  children: ReactNode;
}

/** A line above the editor that needs to be known, with what can be done about it. */
export function EditorNotice({ icon: Icon, actions, children }: EditorNoticeProps) {
  return (
    <div
      role="status"
      className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-card border bg-sunken px-4 py-2"
    >
      <p className="flex min-w-0 items-start gap-2">
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
        <span>{children}</span>
      </p>
      {actions && <div className="flex gap-2">{actions}</div>}
    </div>
  );
}
