"use client";

import { Search } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { useOpenShellDialog } from "./shell-context";
import { WorkspaceSwitcher } from "./workspace-switcher";

export function PhoneTopBar() {
  const open = useOpenShellDialog();
  return (
    <div className="sticky top-0 z-20 flex items-center justify-between gap-2 border-b bg-background/95 px-2 py-1.5 backdrop-blur-sm md:hidden print:hidden">
      <WorkspaceSwitcher className="min-w-0" />
      <IconButton label="Search and commands" size="lg" onClick={() => open("palette")}>
        <Search aria-hidden />
      </IconButton>
    </div>
  );
}
