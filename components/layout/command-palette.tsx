"use client";

import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import {
  Building2,
  Calculator,
  Keyboard,
  KeyRound,
  LogOut,
  type LucideIcon,
  Plus,
  SlidersHorizontal,
  Users,
} from "lucide-react";
import { useTheme } from "next-themes";
import { useRouter } from "next/navigation";
import { Kbd } from "@/components/ui/kbd";
import { matchScore } from "@/components/ui/match-score";
import { menuItemClasses } from "@/components/ui/menu-classes";
import { scenariosQuery } from "@/lib/client/scenario-queries";
import { meQuery } from "@/lib/client/settings-queries";
import { AREAS, areaHref } from "./areas";
import { PaletteDialog } from "./palette-dialog";
import type { ShellDialog } from "./shell-context";
import { signOutHere } from "./sign-out";
import { THEMES } from "./theme-items";
import { useWorkspace } from "./workspace-context";

interface PaletteProps {
  onClose: () => void;
  onOpen: (dialog: ShellDialog) => void;
}

const groupClasses =
  "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted";

/** Everything the product can open or do from anywhere, found by typing. */
export function CommandPalette({ onClose, onOpen }: PaletteProps) {
  const router = useRouter();
  const { slug } = useWorkspace();
  const { setTheme } = useTheme();
  const { data: me } = useQuery(meQuery());
  const { data: scenarios } = useQuery(scenariosQuery(slug));

  function go(href: string) {
    onClose();
    router.push(href);
  }

  function run(action: () => void) {
    onClose();
    action();
  }

  return (
    <PaletteDialog onClose={onClose}>
      <Command label="Search and commands" loop filter={matchScore}>
        <Command.Input
          placeholder="Where to, or what to do?"
          className="h-12 w-full border-b bg-transparent px-4 text-lg outline-none"
        />
        <Command.List className="max-h-[min(24rem,60dvh)] overflow-y-auto p-1.5">
          <Command.Empty className="p-6 text-center text-muted">Nothing is called that.</Command.Empty>
          <Command.Group heading="Go to" className={groupClasses}>
            {AREAS.map((area) => (
              <PaletteItem
                key={area.key}
                icon={area.icon}
                label={area.label}
                keys={["g", area.shortcut]}
                onSelect={() => go(areaHref(slug, area))}
              />
            ))}
            <PaletteItem
              icon={Calculator}
              label="Cost calculator"
              keywords={["price", "image", "size", "quality"]}
              onSelect={() => go("/calculator")}
            />
            <PaletteItem icon={Users} label="Members" onSelect={() => go(`/w/${slug}/settings/members`)} />
            <PaletteItem
              icon={KeyRound}
              label="API keys"
              onSelect={() => go(`/w/${slug}/settings/api-keys`)}
            />
          </Command.Group>
          {scenarios && scenarios.items.length > 0 && (
            <Command.Group heading="Scenarios" className={groupClasses}>
              {scenarios.items.map(({ id, name, stage, workflow }) => (
                <PaletteItem
                  key={id}
                  icon={SlidersHorizontal}
                  label={`${workflow.name}: ${name}`}
                  keywords={[stage]}
                  onSelect={() => go(`/w/${slug}/scenarios/${id}`)}
                />
              ))}
            </Command.Group>
          )}
          <Command.Group heading="Workspaces" className={groupClasses}>
            {me?.workspaces
              .filter((workspace) => workspace.slug !== slug)
              .map((workspace) => (
                <PaletteItem
                  key={workspace.slug}
                  icon={Building2}
                  label={`Switch to ${workspace.name}`}
                  onSelect={() => go(`/w/${workspace.slug}/overview`)}
                />
              ))}
            <PaletteItem icon={Plus} label="New workspace" onSelect={() => onOpen("new-workspace")} />
          </Command.Group>
          <Command.Group heading="Preferences" className={groupClasses}>
            {THEMES.map(({ value, label, icon }) => (
              <PaletteItem
                key={value}
                icon={icon}
                label={`Theme: ${label.toLowerCase()}`}
                onSelect={() => run(() => setTheme(value))}
              />
            ))}
            <PaletteItem
              icon={Keyboard}
              label="Keyboard shortcuts"
              keys={["?"]}
              onSelect={() => onOpen("shortcuts")}
            />
            <PaletteItem icon={LogOut} label="Sign out" onSelect={() => run(() => void signOutHere())} />
          </Command.Group>
        </Command.List>
      </Command>
    </PaletteDialog>
  );
}

interface PaletteItemProps {
  icon: LucideIcon;
  label: string;
  keys?: string[];
  /** Further words that find it. */
  keywords?: string[];
  onSelect: () => void;
}

function PaletteItem({ icon: Icon, label, keys = [], keywords = [], onSelect }: PaletteItemProps) {
  return (
    <Command.Item value={label} onSelect={onSelect} keywords={keywords} className={menuItemClasses}>
      <Icon aria-hidden strokeWidth={1.75} />
      <span className="flex-1 truncate">{label}</span>
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </Command.Item>
  );
}
