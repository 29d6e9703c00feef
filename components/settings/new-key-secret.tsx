"use client";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { DialogActions } from "@/components/ui/dialog";
import type { CreatedKey } from "./create-key-form";
import { CallSnippetCard } from "./call-snippet-card";

export function NewKeySecret({ created, onDone }: { created: CreatedKey; onDone: () => void }) {
  const { secret, createdAt } = created;
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex items-center gap-2 rounded-control border bg-sunken py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 font-mono text-sm break-all select-all">{secret}</code>
        <CopyButton value={secret} size="sm" />
      </div>
      <div className="grid grid-cols-1 gap-2">
        <h3 className="font-semibold">Send a first call</h3>
        <CallSnippetCard apiKey={secret} occurredAt={createdAt} />
      </div>
      <DialogActions>
        <Button variant="primary" onClick={onDone}>
          I have copied it
        </Button>
      </DialogActions>
    </div>
  );
}
