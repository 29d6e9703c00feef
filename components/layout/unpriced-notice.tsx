import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";
import { type UnpricedCalls, unpricedSentence } from "./unpriced-sentence";
import { useWorkspace } from "./workspace-context";

interface UnpricedNoticeProps {
  unpriced: UnpricedCalls;
  /** Where the calls are listed; null on the page that lists them. */
  href: string | null;
  /** Which calls are meant, where the page does not say it: "In this workspace". */
  scope?: string;
  className?: string;
}

/** Says what the figures beside it leave out; nothing while every call has a price. */
export function UnpricedNotice({ unpriced, href, scope, className }: UnpricedNoticeProps) {
  const { slug } = useWorkspace();
  if (unpriced.unpricedCalls === 0) return null;
  return (
    <p
      className={cn(
        "flex items-start gap-2 rounded-card border bg-surface px-4 py-2.5 shadow-hair",
        className,
      )}
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-rework" />
      <span>
        {scope && `${scope}: `}
        {unpricedSentence(unpriced)}{" "}
        <span className="inline-flex flex-wrap gap-x-3 print:hidden">
          {href !== null && <NoticeLink href={href}>See which</NoticeLink>}
          <NoticeLink href={`/w/${slug}/usage/unpriced`}>What to do</NoticeLink>
        </span>
      </span>
    </p>
  );
}

function NoticeLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="rounded-sm whitespace-nowrap text-accent underline underline-offset-2">
      {children}
    </Link>
  );
}
