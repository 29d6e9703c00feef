"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronsUpDown, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { cn } from "@/components/ui/class-names";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { meQuery } from "@/lib/client/settings-queries";
import { Logo } from "./logo";
import { useOpenShellDialog } from "./shell-context";
import { useWorkspace } from "./workspace-context";

export function WorkspaceSwitcher({ className }: { className?: string }) {
  const router = useRouter();
  const open = useOpenShellDialog();
  const workspace = useWorkspace();
  const { data: me } = useQuery(meQuery());
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <button
          type="button"
          aria-label={`Workspace: ${workspace.name}. Switch workspace`}
          className={cn(
            "flex min-h-10 items-center gap-2.5 rounded-control px-2 text-left leading-tight font-semibold hover:bg-sunken data-[state=open]:bg-sunken",
            className,
          )}
        >
          <Logo />
          <span className="line-clamp-2 min-w-0 flex-1 break-words">{workspace.name}</span>
          <ChevronsUpDown aria-hidden className="size-3 shrink-0 text-muted" />
        </button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="w-60">
        <DropdownMenuLabel>Workspaces</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          value={workspace.slug}
          onValueChange={(slug) => router.push(`/w/${slug}/overview`)}
        >
          {(me?.workspaces ?? [workspace]).map(({ slug, name }) => (
            <DropdownMenuRadioItem key={slug} value={slug}>
              <span className="truncate">{name}</span>
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => open("new-workspace")}>
          <Plus aria-hidden /> New workspace
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
