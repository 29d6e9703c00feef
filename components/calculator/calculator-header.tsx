"use client";

import { ArrowRight, SunMoon } from "lucide-react";
import Link from "next/link";
import { Logo } from "@/components/layout/logo";
import { ThemeItems } from "@/components/layout/theme-items";
import { useOrigin } from "@/components/layout/use-origin";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { type CalculatorState, calculatorSearch } from "@/lib/client/calculator-search";

/** Where this is, a link to exactly this calculation, and the way into the product. */
export function CalculatorHeader({ state, today }: { state: CalculatorState; today: string }) {
  const origin = useOrigin();
  const link = `${origin}/calculator${calculatorSearch({ ...state, on: state.on ?? today })}`;
  return (
    <header className="flex h-14 items-center justify-between gap-3">
      <Link href="/" className="flex items-center gap-2.5 rounded-control font-semibold">
        <Logo />
        Pixelcast
      </Link>
      <div className="flex items-center gap-2">
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="ghost" className="w-8 px-0" aria-label="Light or dark">
              <SunMoon aria-hidden />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent className="w-44">
            <ThemeItems />
          </DropdownMenuContent>
        </DropdownMenu>
        <CopyButton value={link} label="Copy link" />
        <Button asChild variant="primary" className="max-sm:hidden">
          <Link href="/">
            Open Pixelcast <ArrowRight aria-hidden />
          </Link>
        </Button>
      </div>
    </header>
  );
}
