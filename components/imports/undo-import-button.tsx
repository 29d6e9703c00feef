"use client";

import { Undo2 } from "lucide-react";
import { useState } from "react";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { FieldError } from "@/components/ui/field";
import { messageOf } from "@/lib/client/api-error";
import { useChangeImport } from "@/lib/client/import-mutations";
import type { Import } from "@/lib/contracts/imports";
import { formatDate } from "@/lib/time";
import { plural } from "./import-words";

/** Takes an import back, once somebody has said so twice; nothing where it left no calls. */
export function UndoImportButton({ ended }: { ended: Import }) {
  const { slug, callsKeptFrom } = useWorkspace();
  const canImport = useAllows("recordCalls");
  const [isOpen, setIsOpen] = useState(false);
  const change = useChangeImport(slug, ended.id);
  const left = ended.rowsCreated - ended.rowsUndone;
  if (!canImport || ended.status === "undone" || left <= 0) return null;
  const staying =
    callsKeptFrom === null
      ? ""
      : ` Those before ${formatDate(callsKeptFrom)} stay in the sums: their single calls were dropped.`;
  const open = (next: boolean) => {
    setIsOpen(next);
    change.reset();
  };
  return (
    <Dialog open={isOpen} onOpenChange={open}>
      <DialogTrigger asChild>
        <Button>
          <Undo2 aria-hidden /> Undo
        </Button>
      </DialogTrigger>
      <DialogContent
        title="Undo this import?"
        description={`The ${plural(left, "call", "calls")} that it created are removed from every figure. Calls that were there before stay, as do those of other imports.${staying} Importing the file again brings back what was removed.`}
        width="sm"
      >
        {change.isError && <FieldError>{messageOf(change.error)}</FieldError>}
        <DialogActions>
          <Button onClick={() => open(false)}>Keep the calls</Button>
          <Button
            variant="primary"
            isPending={change.isPending}
            onClick={() => change.mutate("undo", { onSuccess: () => setIsOpen(false) })}
          >
            Undo the import
          </Button>
        </DialogActions>
      </DialogContent>
    </Dialog>
  );
}
