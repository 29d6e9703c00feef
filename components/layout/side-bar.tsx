"use client";

import { Kbd } from "@/components/ui/kbd";
import { FreshnessLine } from "./freshness-line";
import { NavList } from "./nav-list";
import { useOpenShellDialog } from "./shell-context";
import { UserMenu } from "./user-menu";
import { WorkspaceSwitcher } from "./workspace-switcher";

export function SideBar({ pathname }: { pathname: string }) {
  const open = useOpenShellDialog();
  return (
    <div className="sticky top-0 hidden h-dvh w-56 shrink-0 flex-col border-r bg-background px-2.5 py-4 md:flex print:hidden">
      <div className="flex items-center gap-1 pb-3">
        <WorkspaceSwitcher className="min-w-0 flex-1" />
        <button
          type="button"
          aria-label="Search and commands"
          aria-keyshortcuts="Meta+K Control+K"
          onClick={() => open("palette")}
          className="shrink-0 rounded-control p-1 hover:bg-sunken"
        >
          <Kbd>⌘K</Kbd>
        </button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <NavList pathname={pathname} />
      </div>
      <div className="grid gap-2 border-t pt-3">
        <FreshnessLine className="px-2" />
        <UserMenu />
      </div>
    </div>
  );
}
