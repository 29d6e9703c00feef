"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { linkTabsClasses } from "@/components/ui/tabs";

export function SettingsNav() {
  const { slug } = useWorkspace();
  const pathname = usePathname();
  const managesKeys = useAllows("manageApiKeys");
  const base = `/w/${slug}/settings`;
  const tabs = [
    { href: base, label: "Workspace" },
    { href: `${base}/members`, label: "Members" },
    ...(managesKeys ? [{ href: `${base}/api-keys`, label: "API keys" }] : []),
    { href: `${base}/account`, label: "Account" },
  ];
  return (
    <nav aria-label="Settings" className={linkTabsClasses.list}>
      {tabs.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={pathname === href ? "page" : undefined}
          className={linkTabsClasses.tab}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
