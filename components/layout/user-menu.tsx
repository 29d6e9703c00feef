"use client";

import { useQuery } from "@tanstack/react-query";
import { Keyboard, LogOut, UserRound } from "lucide-react";
import Link from "next/link";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Kbd } from "@/components/ui/kbd";
import { meQuery } from "@/lib/client/settings-queries";
import { useOpenShellDialog } from "./shell-context";
import { signOutHere } from "./sign-out";
import { ThemeItems } from "./theme-items";
import { useWorkspace } from "./workspace-context";

export function UserMenu() {
  const open = useOpenShellDialog();
  const { slug, role } = useWorkspace();
  const { data: me } = useQuery(meQuery());
  const name = me?.user.name ?? "";
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <button
          type="button"
          aria-label={`Your menu, signed in as ${name}`}
          className="flex h-10 items-center gap-2.5 rounded-control px-2 text-left hover:bg-sunken data-[state=open]:bg-sunken"
        >
          <span
            aria-hidden
            className="grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent uppercase"
          >
            {name.charAt(0)}
          </span>
          <span className="grid min-w-0 flex-1 leading-tight">
            <span className="truncate font-medium">{name}</span>
            <span className="truncate text-xs text-muted capitalize">{role}</span>
          </span>
        </button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" side="top" className="w-56">
        <DropdownMenuItem asChild>
          <Link href={`/w/${slug}/settings/account`}>
            <UserRound aria-hidden /> Account
          </Link>
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => open("shortcuts")} aside={<Kbd>?</Kbd>}>
          <Keyboard aria-hidden /> Keyboard shortcuts
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <ThemeItems />
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => void signOutHere()}>
          <LogOut aria-hidden /> Sign out
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
