"use client";

import { ArrowRight } from "lucide-react";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { FormProblem } from "@/components/layout/form-problem";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ApiError, messageOf } from "@/lib/client/api-error";
import { useChangeImport, useStartImport } from "@/lib/client/import-mutations";
import type { Import } from "@/lib/contracts/imports";
import type { ImportMapping } from "@/lib/imports";
import { fileSummary } from "./import-words";

interface StartCardProps {
  inspected: Import;
  mapping: ImportMapping;
  problems: readonly string[];
}

/** What is about to be read, and the button that does it. */
export function StartCard({ inspected, mapping, problems }: StartCardProps) {
  const { slug } = useWorkspace();
  const canImport = useAllows("recordCalls");
  const start = useStartImport(slug, inspected.id);
  const change = useChangeImport(slug, inspected.id);
  return (
    <Card className="grid gap-3 p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0">
          <p className="truncate font-semibold">{inspected.fileName}</p>
          <p className="text-sm text-muted">{fileSummary(inspected)}</p>
        </div>
        <div className="flex gap-2">
          <Button isPending={change.isPending} onClick={() => change.mutate("cancel")}>
            Discard
          </Button>
          <Button
            variant="primary"
            disabled={problems.length > 0 || !canImport}
            isPending={start.isPending}
            onClick={() => start.mutate(mapping)}
          >
            Import all lines <ArrowRight aria-hidden />
          </Button>
        </div>
      </div>
      {problems.length > 0 && (
        <ul className="grid gap-1 text-sm text-over">
          {problems.map((problem) => (
            <li key={problem}>{problem}.</li>
          ))}
        </ul>
      )}
      <FormProblem message={start.isError ? startProblem(start.error) : undefined} />
    </Card>
  );
}

/** The server names the fields that it refused. */
function startProblem(error: unknown): string {
  const details = error instanceof ApiError ? error.fields.map(({ message }) => message) : [];
  return [messageOf(error), ...details].join(" ");
}
