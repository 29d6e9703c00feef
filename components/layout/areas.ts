import {
  ChartColumn,
  FileText,
  LayoutDashboard,
  type LucideIcon,
  Settings,
  SlidersHorizontal,
  Tag,
  Upload,
} from "lucide-react";

export interface Area {
  key: "overview" | "scenarios" | "usage" | "reports" | "prices" | "import" | "settings";
  label: string;
  /** Below /w/<workspace>. */
  path: string;
  icon: LucideIcon;
  /** Pressed after `g`. */
  shortcut: string;
}

/** The areas of a workspace: side bar, phone bar, palette and shortcuts are all made from these. */
export const MAIN_AREAS: readonly Area[] = [
  { key: "overview", label: "Overview", path: "overview", icon: LayoutDashboard, shortcut: "o" },
  { key: "scenarios", label: "Scenarios", path: "scenarios", icon: SlidersHorizontal, shortcut: "s" },
  { key: "usage", label: "Usage", path: "usage", icon: ChartColumn, shortcut: "u" },
  { key: "reports", label: "Reports", path: "reports", icon: FileText, shortcut: "r" },
];

export const SETUP_AREAS: readonly Area[] = [
  { key: "prices", label: "Prices", path: "prices", icon: Tag, shortcut: "p" },
  { key: "import", label: "Import", path: "import", icon: Upload, shortcut: "i" },
  { key: "settings", label: "Settings", path: "settings", icon: Settings, shortcut: "," },
];

export const AREAS: readonly Area[] = [...MAIN_AREAS, ...SETUP_AREAS];

export function areaHref(workspace: string, area: Area): string {
  return `/w/${workspace}/${area.path}`;
}

/** The area of an address: the one whose path reaches furthest into it, so that an import is not Usage as well. */
export function areaOf(workspace: string, pathname: string): Area | null {
  const matches = AREAS.filter((area) => {
    const href = areaHref(workspace, area);
    return pathname === href || pathname.startsWith(`${href}/`);
  });
  return matches.sort((a, b) => b.path.length - a.path.length)[0] ?? null;
}
