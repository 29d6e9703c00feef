"use client";

import { Copy, Ellipsis, GitCompareArrows, History, Pencil, Redo2, Trash2, Undo2 } from "lucide-react";
import { formatInstant } from "@/components/layout/format-instant";
import { PageHeader } from "@/components/layout/page-header";
import { StageBadge } from "@/components/layout/stage-badge";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { Scenario, ScenarioVersion } from "@/lib/contracts/scenarios";

export interface EditorHeaderProps {
  scenario: Scenario;
  name: string;
  isDirty: boolean;
  canUndo: boolean;
  canRedo: boolean;
  canSave: boolean;
  canCommit: boolean;
  isSaving: boolean;
  mayEdit: boolean;
  mayCommit: boolean;
  versions: readonly ScenarioVersion[];
  /** The version compared with; null is what was saved. */
  compared: number | null;
  onCompare: (version: number | null) => void;
  onUndo: () => void;
  onRedo: () => void;
  onSave: () => void;
  onCommit: () => void;
  onRename: () => void;
  onVersions: () => void;
  onDuplicate: () => void;
  onWithdraw: () => void;
  onDelete: () => void;
}

const SAVED = "saved";

/** Where one is, what state the draft is in, and what can be done with it. */
export function EditorHeader(props: EditorHeaderProps) {
  const { scenario, name, mayEdit, mayCommit, versions, compared, isDirty } = props;
  const { slug } = useWorkspace();
  return (
    <PageHeader
      breadcrumbs={[
        { label: "Scenarios", href: `/w/${slug}/scenarios` },
        { label: scenario.workflow.name, href: `/w/${slug}/scenarios#${scenario.workflow.slug}` },
      ]}
      title={name}
      badges={
        <>
          <StageBadge stage={scenario.stage} />
          <StateBadge scenario={scenario} isDirty={isDirty} />
          {scenario.committed && (
            <Badge
              tone="outline"
              title={
                isDirty || scenario.changedSinceCommit
                  ? `Version ${scenario.committed.versionNumber} is the forecast of this stage; the drivers changed since.`
                  : `Version ${scenario.committed.versionNumber} is the forecast of this stage, with these drivers.`
              }
            >
              Forecast v{scenario.committed.versionNumber}
            </Badge>
          )}
        </>
      }
      actions={
        <>
          {mayEdit && (
            <>
              <IconButton
                label="Undo (⌘Z)"
                variant="secondary"
                disabled={!props.canUndo}
                onClick={props.onUndo}
              >
                <Undo2 aria-hidden />
              </IconButton>
              <IconButton
                label="Redo (⇧⌘Z)"
                variant="secondary"
                disabled={!props.canRedo}
                onClick={props.onRedo}
              >
                <Redo2 aria-hidden />
              </IconButton>
            </>
          )}
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <Button>
                <GitCompareArrows aria-hidden />
                {compared === null ? "Compare" : `Version ${compared}`}
              </Button>
            </DropdownMenuTrigger>
            <DropdownMenuContent>
              <DropdownMenuLabel>Compare with</DropdownMenuLabel>
              <DropdownMenuRadioGroup
                value={compared === null ? SAVED : String(compared)}
                onValueChange={(value) => props.onCompare(value === SAVED ? null : Number(value))}
              >
                <DropdownMenuRadioItem value={SAVED}>What was saved</DropdownMenuRadioItem>
                {versions.map(({ id, number, inForce }) => (
                  <DropdownMenuRadioItem key={id} value={String(number)}>
                    Version {number}
                    {inForce && <Badge tone="accent">In force</Badge>}
                  </DropdownMenuRadioItem>
                ))}
              </DropdownMenuRadioGroup>
            </DropdownMenuContent>
          </DropdownMenu>
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <IconButton label="More" variant="secondary">
                <Ellipsis aria-hidden />
              </IconButton>
            </DropdownMenuTrigger>
            <DropdownMenuContent>
              <DropdownMenuItem onSelect={props.onVersions} aside={String(versions.length)}>
                <History aria-hidden /> Versions
              </DropdownMenuItem>
              {mayEdit && (
                <>
                  <DropdownMenuItem onSelect={props.onRename}>
                    <Pencil aria-hidden /> Name and purpose
                  </DropdownMenuItem>
                  <DropdownMenuItem onSelect={props.onDuplicate}>
                    <Copy aria-hidden /> {isDirty ? "Duplicate as saved" : "Duplicate"}
                  </DropdownMenuItem>
                </>
              )}
              {(mayEdit || (mayCommit && scenario.committed)) && <DropdownMenuSeparator />}
              {mayCommit && scenario.committed && (
                <DropdownMenuItem onSelect={props.onWithdraw}>
                  <Undo2 aria-hidden /> Withdraw the forecast
                </DropdownMenuItem>
              )}
              {mayEdit && (
                <DropdownMenuItem isDangerous onSelect={props.onDelete}>
                  <Trash2 aria-hidden /> Delete
                </DropdownMenuItem>
              )}
            </DropdownMenuContent>
          </DropdownMenu>
          {mayEdit && (
            <Button
              onClick={props.onSave}
              disabled={!isDirty || !props.canSave}
              isPending={props.isSaving}
              title={props.canSave ? "⌘S" : "Mend what is marked first"}
            >
              Save
            </Button>
          )}
          {mayCommit && (
            <Button variant="primary" onClick={props.onCommit} disabled={!props.canCommit}>
              Commit as forecast
            </Button>
          )}
        </>
      }
    />
  );
}

function StateBadge({ scenario, isDirty }: { scenario: Scenario; isDirty: boolean }) {
  const { timeZone } = useWorkspace();
  return (
    <Badge role="status" title={`Times are those of ${timeZone}.`}>
      {isDirty ? "Unsaved changes" : `Saved ${formatInstant(scenario.updatedAt, timeZone)}`}
    </Badge>
  );
}
