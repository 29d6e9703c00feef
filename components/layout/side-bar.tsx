"use client";

import { Search } from "lucide-react";
import { Kbd } from "@/components/ui/kbd";
import { FreshnessLine } from "./freshness-line";
import { NavList } from "./nav-list";
import { useOpenShellDialog } from "./shell-context";
import { useCommandKey } from "./use-command-key";
import { UserMenu } from "./user-menu";
import { WorkspaceSwitcher } from "./workspace-switcher";

export function SideBar({ pathname }: { pathname: string }) {
  const open = useOpenShellDialog();
  const commandKey = useCommandKey();
  return (
    <aside
      aria-label="Workspace"
      className="sticky top-0 hidden h-dvh w-56 shrink-0 flex-col border-r bg-background px-2.5 pt-3 pb-2.5 md:flex print:hidden"
    >
      <WorkspaceSwitcher />
      <button
        type="button"
        aria-keyshortcuts="Meta+K Control+K"
        onClick={() => open("palette")}
        className="mt-2 mb-3 flex h-8 items-center gap-2.5 rounded-control border bg-surface px-2 text-muted shadow-hair transition-colors hover:text-ink"
      >
        <Search aria-hidden className="size-4" strokeWidth={1.75} />
        <span className="flex-1 text-left">Search</span>
        <Kbd className="-mr-1 border-transparent">{commandKey === "⌘" ? "⌘K" : "Ctrl K"}</Kbd>
      </button>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <NavList pathname={pathname} />
      </div>
      <div className="grid gap-2 border-t pt-3">
        <FreshnessLine className="px-2" />
        <UserMenu />
      </div>
    </aside>
  );
}
