"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { cn } from "@/components/ui/class-names";
import { Sheet, SheetContent, SheetTrigger } from "@/components/ui/sheet";
import { areaHref, areaOf, MAIN_AREAS } from "./areas";
import { NavList } from "./nav-list";
import { UserMenu } from "./user-menu";
import { useWorkspace } from "./workspace-context";

const itemClasses =
  "flex h-14 flex-1 flex-col items-center justify-center gap-1 text-xs font-medium text-muted focus-visible:-outline-offset-2 aria-[current=page]:text-ink";

/** The main areas within reach of a thumb; the rest behind "More". */
export function PhoneNav({ pathname }: { pathname: string }) {
  const { slug } = useWorkspace();
  const [isOpen, setIsOpen] = useState(false);
  const current = areaOf(slug, pathname);
  const isElsewhere = current !== null && !MAIN_AREAS.includes(current);
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-20 flex border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {MAIN_AREAS.map((area) => (
        <Link
          key={area.key}
          href={areaHref(slug, area)}
          aria-current={area.key === current?.key ? "page" : undefined}
          className={itemClasses}
        >
          <area.icon aria-hidden className="size-[18px]" strokeWidth={1.75} />
          {area.label}
        </Link>
      ))}
      <Sheet open={isOpen} onOpenChange={setIsOpen}>
        <SheetTrigger asChild>
          <button type="button" className={cn(itemClasses, isElsewhere && "text-ink")}>
            <Ellipsis aria-hidden className="size-[18px]" strokeWidth={1.75} />
            More
          </button>
        </SheetTrigger>
        <SheetContent title="All areas">
          <div className="grid gap-4">
            <NavList pathname={pathname} onNavigate={() => setIsOpen(false)} />
            <div className="grid border-t pt-2">
              <UserMenu />
            </div>
          </div>
        </SheetContent>
      </Sheet>
    </nav>
  );
}
