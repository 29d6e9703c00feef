import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

export interface PageHeaderProps {
  /** The page's h1. */
  title: ReactNode;
  /** Right after the title: stage and state. */
  badges?: ReactNode;
  /** The range with its named time zone: "1–23 Nov · Europe/Berlin". */
  subline?: ReactNode;
  /** The pages above this one, outermost first. */
  breadcrumbs?: readonly { label: string; href: string }[];
  /** Buttons, the main one last. */
  actions?: ReactNode;
}

/** The head of every page: what it is, what it covers, and what can be done. */
export function PageHeader({ title, badges, subline, breadcrumbs = [], actions }: PageHeaderProps) {
  return (
    <header className="flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-2 pb-3.5">
      <div className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1">
        {breadcrumbs.length > 0 && (
          <nav aria-label="Breadcrumb">
            <ol className="flex items-center gap-1 text-muted">
              {breadcrumbs.map(({ label, href }) => (
                <li key={href} className="flex items-center gap-1">
                  <Link href={href} className="rounded-sm hover:text-ink">
                    {label}
                  </Link>
                  <ChevronRight aria-hidden className="size-3.5 text-faint" />
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1 className="min-w-0 text-title">{title}</h1>
        {badges}
        {subline && <p className="text-muted">{subline}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
    </header>
  );
}
