"use client";

import { Copy, Ellipsis, Trash2 } from "lucide-react";
import Link from "next/link";
import { ExplainAmount } from "@/components/layout/explain-amount";
import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { Scenario } from "@/lib/contracts/scenarios";
import { averageMonthNanoUsd, spanText } from "./prepare-board";

export interface ScenarioCardProps {
  workspace: string;
  scenario: Scenario;
  /** Absent when the viewer may not change scenarios. */
  onDuplicate?: (() => void) | undefined;
  onDelete?: (() => void) | undefined;
}

export function ScenarioCard({ workspace, scenario, onDuplicate, onDelete }: ScenarioCardProps) {
  const { projection, committed, changedSinceCommit } = scenario;
  return (
    <article className="relative grid gap-2 rounded-card border bg-surface p-3 shadow-hair transition-colors focus-within:border-faint hover:border-faint">
      <header className="flex items-start justify-between gap-2">
        <h3 className="min-w-0">
          <Link
            href={`/w/${workspace}/scenarios/${scenario.id}`}
            className="line-clamp-2 rounded-sm font-medium before:absolute before:inset-0"
          >
            {scenario.name}
          </Link>
        </h3>
        {onDuplicate && onDelete && (
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <IconButton label={`Actions for ${scenario.name}`} size="sm" className="relative -mt-1 -mr-1.5">
                <Ellipsis aria-hidden />
              </IconButton>
            </DropdownMenuTrigger>
            <DropdownMenuContent>
              <DropdownMenuItem onSelect={onDuplicate}>
                <Copy aria-hidden /> Duplicate
              </DropdownMenuItem>
              <DropdownMenuItem isDangerous onSelect={onDelete}>
                <Trash2 aria-hidden /> Delete
              </DropdownMenuItem>
            </DropdownMenuContent>
          </DropdownMenu>
        )}
      </header>
      {projection.status === "priced" ? (
        <p className="flex flex-wrap items-baseline gap-x-1.5">
          <ExplainAmount of={{ subject: "scenario_average_month", scenarioId: scenario.id }}>
            <Amount nanoUsd={averageMonthNanoUsd(scenario)} className="text-lg font-semibold" />
          </ExplainAmount>
          <span className="text-sm text-muted">a month</span>
          <span className="ml-auto text-sm text-muted">
            <ExplainAmount of={{ subject: "scenario_total", scenarioId: scenario.id }}>
              <Amount nanoUsd={projection.totalNanoUsd} />
            </ExplainAmount>{" "}
            in all
          </span>
        </p>
      ) : (
        <p className="text-over" title={projection.problems.map(({ message }) => message).join(" ")}>
          No price yet
        </p>
      )}
      <p className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1 text-sm text-muted">
        <span className="tabular-nums">{spanText(scenario.drivers)}</span>
        {committed && (
          <span className="flex items-center gap-1">
            {changedSinceCommit && <Badge>Changed</Badge>}
            <Badge tone="accent" title={`Version ${committed.versionNumber} is the forecast of this stage.`}>
              Forecast v{committed.versionNumber}
            </Badge>
          </span>
        )}
      </p>
    </article>
  );
}
