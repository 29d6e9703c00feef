"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";

const LIST = "flex gap-4 overflow-x-auto border-b";
const TAB =
  "-mb-px inline-flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent font-medium whitespace-nowrap text-muted transition-colors hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-ink aria-[current=page]:text-ink";

export function SettingsNav() {
  const { slug } = useWorkspace();
  const pathname = usePathname();
  const managesKeys = useAllows("manageApiKeys");
  const base = `/w/${slug}/settings`;
  const tabs = [
    { href: base, label: "Workspace" },
    { href: `${base}/members`, label: "Members" },
    ...(managesKeys ? [{ href: `${base}/api-keys`, label: "API keys" }] : []),
    { href: `${base}/send-calls`, label: "Send calls" },
    { href: `${base}/tags`, label: "Tags" },
    { href: `${base}/connectors`, label: "Connectors" },
    { href: `${base}/billing-rules`, label: "Billing rules" },
    { href: `${base}/account`, label: "Account" },
  ];
  return (
    <nav aria-label="Settings" className={LIST}>
      {tabs.map(({ href, label }) => (
        <Link key={href} href={href} aria-current={pathname === href ? "page" : undefined} className={TAB}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
