"use client";

import { History } from "lucide-react";
import { ExplainAmount } from "@/components/layout/explain-amount";
import { formatInstant } from "@/components/layout/format-instant";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import type { ScenarioVersion } from "@/lib/contracts/scenarios";
import { explainVersion } from "./explain-version";

export interface VersionsSheetProps {
  /** Undefined while they load. */
  versions: readonly ScenarioVersion[] | undefined;
  onCompare: (version: ScenarioVersion) => void;
  /** Absent for those who may only look. */
  onRestore?: ((version: ScenarioVersion) => void) | undefined;
  onClose: () => void;
}

/** Every version that was frozen, newest first, to compare with or to go on from. */
export function VersionsSheet({ versions, onCompare, onRestore, onClose }: VersionsSheetProps) {
  const { timeZone } = useWorkspace();
  return (
    <Sheet open onOpenChange={onClose}>
      <SheetContent title="Versions" side="right">
        {!versions ? (
          <div className="grid gap-3" aria-hidden>
            <Skeleton className="h-20" />
            <Skeleton className="h-20" />
          </div>
        ) : versions.length === 0 ? (
          <EmptyState
            icon={History}
            title="No version yet"
            description="Committing the scenario as the forecast freezes its first version."
          />
        ) : (
          <ol className="grid gap-2.5">
            {versions.map((version) => (
              <li key={version.id} className="grid gap-2 rounded-card border p-3">
                <div className="flex items-center gap-2">
                  <span className="font-semibold">Version {version.number}</span>
                  {version.inForce && <Badge tone="accent">In force</Badge>}
                  <span className="ml-auto">
                    <ExplainAmount of={() => explainVersion(version, timeZone)}>
                      <Amount nanoUsd={version.totalNanoUsd} className="font-semibold" />
                    </ExplainAmount>
                  </span>
                </div>
                <p className="text-sm text-muted">
                  {formatInstant(version.createdAt, timeZone)}, by {version.createdBy}
                </p>
                <div className="flex flex-wrap gap-2">
                  <Button size="sm" onClick={() => onCompare(version)}>
                    Compare
                  </Button>
                  {onRestore && (
                    <Button size="sm" onClick={() => onRestore(version)}>
                      Restore these drivers
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ol>
        )}
      </SheetContent>
    </Sheet>
  );
}
