"use client";

import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { QueryProvider } from "@/components/layout/query-provider";
import { pageNonce } from "@/components/ui/page-nonce";
import { Toaster } from "@/components/ui/toast";
import { TooltipProvider } from "@/components/ui/tooltip";

declare global {
  var __webpack_nonce__: string | undefined;
}

// Where the dialogs' scroll lock looks for the nonce of the style element that it adds.
globalThis.__webpack_nonce__ = pageNonce();

export function Providers({ nonce, children }: { nonce: string | null; children: ReactNode }) {
  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      {...(nonce !== null && { nonce })}
    >
      <QueryProvider>
        <TooltipProvider>{children}</TooltipProvider>
      </QueryProvider>
      <Toaster />
    </ThemeProvider>
  );
}
