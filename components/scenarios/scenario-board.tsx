import { Pencil, Plus } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { Scenario, Workflow } from "@/lib/contracts/scenarios";
import type { Stage } from "@/lib/contracts/values";
import { type BoardRow, STAGES } from "./prepare-board";
import { ScenarioCard } from "./scenario-card";

export interface BoardActions {
  onAdd: (workflow: Workflow, stage: Stage) => void;
  onEditWorkflow: (workflow: Workflow) => void;
  onDuplicate: (scenario: Scenario) => void;
  onDelete: (scenario: Scenario) => void;
}

export interface ScenarioBoardProps {
  workspace: string;
  rows: readonly BoardRow[];
  /** Null when the viewer may only look. */
  actions: BoardActions | null;
}

/** Workflows down, stages across; below a wide page each workflow lists its stages one under the other. */
export function ScenarioBoard({ workspace, rows, actions }: ScenarioBoardProps) {
  return (
    <div className="grid gap-6 lg:gap-0">
      <div className="hidden grid-cols-[12rem_repeat(3,minmax(0,1fr))] gap-3 pb-2 lg:grid" aria-hidden>
        <span />
        {STAGES.map(({ stage, name, proves }) => (
          <div key={stage} className="flex items-baseline justify-between gap-2 px-1">
            <span className="font-semibold">{name}</span>
            <span className="truncate text-sm text-muted">{proves}</span>
          </div>
        ))}
      </div>
      {rows.map(({ workflow, cells }) => (
        <section
          key={workflow.id}
          id={workflow.slug}
          aria-label={workflow.name}
          className="grid gap-3 lg:grid-cols-[12rem_repeat(3,minmax(0,1fr))] lg:border-t lg:py-3"
        >
          <WorkflowHeading workflow={workflow} onEdit={actions && (() => actions.onEditWorkflow(workflow))} />
          {STAGES.map(({ stage, name }) => (
            <div key={stage} className="grid content-start gap-2">
              <p className="text-sm font-medium text-muted lg:sr-only">{name}</p>
              {cells[stage].map((scenario) => (
                <ScenarioCard
                  key={scenario.id}
                  workspace={workspace}
                  scenario={scenario}
                  onDuplicate={actions ? () => actions.onDuplicate(scenario) : undefined}
                  onDelete={actions ? () => actions.onDelete(scenario) : undefined}
                />
              ))}
              {actions && (
                <Button
                  variant="ghost"
                  size="sm"
                  className={cells[stage].length === 0 ? "h-20 border-dashed border-border" : ""}
                  aria-label={`New ${stage} scenario for ${workflow.name}`}
                  onClick={() => actions.onAdd(workflow, stage)}
                >
                  <Plus aria-hidden /> {cells[stage].length === 0 ? "New scenario" : "Another"}
                </Button>
              )}
              {!actions && cells[stage].length === 0 && <p className="px-1 text-sm text-muted">None yet</p>}
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

function WorkflowHeading({ workflow, onEdit }: { workflow: Workflow; onEdit: (() => void) | null }) {
  return (
    <header className="grid content-start gap-1">
      <div className="flex items-start gap-1">
        <h2 className="min-w-0 font-semibold lg:pt-1">{workflow.name}</h2>
        {onEdit && (
          <IconButton label={`Edit ${workflow.name}`} size="sm" onClick={onEdit}>
            <Pencil aria-hidden />
          </IconButton>
        )}
      </div>
      <p className="text-sm break-all text-muted">
        <code className="font-mono text-xs">{workflow.slug}</code>
      </p>
      {workflow.owner && <p className="text-sm text-muted">{workflow.owner}</p>}
      {workflow.discovered && (
        <Badge className="justify-self-start" title="A logged call named it before anyone defined it.">
          Found in calls
        </Badge>
      )}
    </header>
  );
}
