"use client";

import { areaOf, MAIN_AREAS, SETUP_AREAS } from "./areas";
import { NavLink } from "./nav-link";
import { useWorkspace } from "./workspace-context";

export function NavList({ pathname, onNavigate }: { pathname: string; onNavigate?: () => void }) {
  const { slug } = useWorkspace();
  const current = areaOf(slug, pathname);
  const link = (area: (typeof MAIN_AREAS)[number]) => (
    <li key={area.key}>
      <NavLink
        area={area}
        workspace={slug}
        isCurrent={area.key === current?.key}
        {...(onNavigate && { onNavigate })}
      />
    </li>
  );
  return (
    <nav aria-label="Areas">
      <ul className="grid gap-0.5">{MAIN_AREAS.map(link)}</ul>
      <h2 className="px-2 pt-5 pb-1.5 text-xs text-muted">Set up</h2>
      <ul className="grid gap-0.5">{SETUP_AREAS.map(link)}</ul>
    </nav>
  );
}
