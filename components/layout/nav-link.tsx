"use client";

import Link from "next/link";
import { cn } from "@/components/ui/class-names";
import { type Area, areaHref } from "./areas";

export interface NavLinkProps {
  area: Area;
  workspace: string;
  isCurrent: boolean;
  onNavigate?: () => void;
}

export function NavLink({ area, workspace, isCurrent, onNavigate }: NavLinkProps) {
  const { icon: Icon, label } = area;
  return (
    <Link
      href={areaHref(workspace, area)}
      aria-current={isCurrent ? "page" : undefined}
      {...(onNavigate && { onClick: onNavigate })}
      className={cn(
        "flex h-8 items-center gap-2.5 rounded-control border border-transparent px-2 font-medium text-muted transition-colors hover:text-ink max-md:h-10",
        isCurrent ? "border-border bg-surface text-ink shadow-hair" : "hover:bg-sunken",
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      {label}
    </Link>
  );
}
