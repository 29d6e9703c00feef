"use client";

import { formatInstant } from "@/components/layout/format-instant";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { Scenario } from "@/lib/contracts/scenarios";

export interface ConflictDialogProps {
  /** The scenario as somebody else saved it. */
  theirs: Scenario;
  isPending: boolean;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
  onCopyMine: () => void;
  onClose: () => void;
}

/** Two people saved the same scenario: what to do with the second one's changes. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { theirs, isPending, onTakeTheirs, onKeepMine, onCopyMine, onClose } = props;
  const { timeZone } = useWorkspace();
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title="It was saved in the meantime"
        description={`Somebody saved this scenario on ${formatInstant(theirs.updatedAt, timeZone)}, after you began. Nothing of yours is lost yet.`}
      >
        <div className="grid gap-2">
          <Choice
            label="Save mine as a copy"
            note="Both stay, side by side on the board."
            isPending={isPending}
            onClick={onCopyMine}
          />
          <Choice
            label="Take theirs"
            note="The saved numbers are loaded; undo brings yours back."
            onClick={onTakeTheirs}
          />
          <Choice
            label="Save mine over theirs"
            note="Their changes are replaced by your numbers."
            isPending={isPending}
            onClick={onKeepMine}
          />
        </div>
      </DialogContent>
    </Dialog>
  );
}

function Choice(props: { label: string; note: string; isPending?: boolean; onClick: () => void }) {
  const { label, note, isPending, onClick } = props;
  return (
    <div className="flex items-center justify-between gap-4 rounded-card border p-3">
      <p className="text-sm text-muted">{note}</p>
      <Button onClick={onClick} isPending={isPending}>
        {label}
      </Button>
    </div>
  );
}
