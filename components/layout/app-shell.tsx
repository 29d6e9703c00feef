"use client";

import dynamic from "next/dynamic";
import { usePathname, useRouter } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import type { Workspace } from "@/lib/contracts/settings";
import { AREAS, areaHref } from "./areas";
import { FreshnessLine } from "./freshness-line";
import { PhoneNav } from "./phone-nav";
import { PhoneTopBar } from "./phone-top-bar";
import { rememberWorkspace } from "./remember-workspace";
import { SampleBanner } from "./sample-banner";
import { ShellContext, type ShellDialog } from "./shell-context";
import { SideBar } from "./side-bar";
import { useShortcuts } from "./use-shortcuts";
import { WorkspaceProvider } from "./workspace-context";

// Needed only once asked for, so they are not part of what a page loads first. Without `ssr: false` the whole page would
// wait behind its skeleton for the first of them.
const CommandPalette = dynamic(() => import("./command-palette").then((module) => module.CommandPalette), {
  ssr: false,
});
const ShortcutSheet = dynamic(() => import("./shortcut-sheet").then((module) => module.ShortcutSheet), {
  ssr: false,
});
const NewWorkspaceDialog = dynamic(
  () => import("./new-workspace-dialog").then((module) => module.NewWorkspaceDialog),
  { ssr: false },
);

/** Everything around a page of a workspace: navigation, the sample banner, the palette and its shortcuts. */
export function AppShell({ workspace, children }: { workspace: Workspace; children: ReactNode }) {
  const router = useRouter();
  const pathname = usePathname();
  const [dialog, setDialog] = useState<ShellDialog | null>(null);
  const close = useCallback(() => setDialog(null), []);

  useShortcuts({
    onPalette: () => setDialog("palette"),
    onHelp: () => setDialog("shortcuts"),
    onGo: (key) => {
      const area = AREAS.find((each) => each.shortcut === key);
      if (area) router.push(areaHref(workspace.slug, area));
    },
  });

  useEffect(() => rememberWorkspace(workspace.slug), [workspace.slug]);

  return (
    <WorkspaceProvider workspace={workspace}>
      <ShellContext value={setDialog}>
        <a
          href="#content"
          className="fixed top-2 left-2 z-50 -translate-y-16 rounded-control bg-ink px-3 py-2 font-medium text-surface focus:translate-y-0"
        >
          Skip to content
        </a>
        <div className="md:flex">
          <SideBar pathname={pathname} />
          <div className="flex min-h-dvh min-w-0 flex-1 flex-col">
            <PhoneTopBar />
            <SampleBanner />
            <main
              id="content"
              tabIndex={-1}
              className="mx-auto w-full max-w-[1256px] flex-1 px-4 py-4 outline-none md:px-7 print:max-w-none print:p-0"
            >
              <NuqsAdapter>{children}</NuqsAdapter>
            </main>
            <footer className="px-4 pt-2 pb-20 md:hidden print:block print:px-0 print:pb-0">
              <FreshnessLine />
            </footer>
            <PhoneNav pathname={pathname} />
          </div>
        </div>
        {dialog === "palette" && <CommandPalette onClose={close} onOpen={setDialog} />}
        {dialog === "shortcuts" && <ShortcutSheet onClose={close} />}
        {dialog === "new-workspace" && <NewWorkspaceDialog onClose={close} />}
      </ShellContext>
    </WorkspaceProvider>
  );
}
