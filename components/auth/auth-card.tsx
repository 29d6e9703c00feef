import type { ReactNode } from "react";
import { Logo } from "@/components/layout/logo";
import { Card } from "@/components/ui/card";

export interface AuthCardProps {
  title: string;
  description?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}

/** The frame of the screens before a workspace. */
export function AuthCard({ title, description, footer, children }: AuthCardProps) {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-[24rem] content-center gap-5 px-4 py-10">
      <div className="grid justify-items-center gap-3 text-center">
        <Logo className="size-9" />
        <div className="grid gap-1">
          <h1 className="text-title">{title}</h1>
          {description && <p className="text-balance text-muted">{description}</p>}
        </div>
      </div>
      <Card className="grid gap-4 p-5">{children}</Card>
      {footer && <div className="text-center text-muted">{footer}</div>}
    </main>
  );
}
