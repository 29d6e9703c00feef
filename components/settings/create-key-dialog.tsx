"use client";

import { useState } from "react";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { type CreatedKey, CreateKeyForm } from "./create-key-form";
import { NewKeySecret } from "./new-key-secret";

export function CreateKeyDialog({ onClose }: { onClose: () => void }) {
  const [created, setCreated] = useState<CreatedKey | null>(null);
  return (
    <Dialog open onOpenChange={onClose}>
      {created === null ? (
        <DialogContent title="Create an API key" description="It works for this workspace only.">
          <CreateKeyForm onCreated={setCreated} onCancel={onClose} />
        </DialogContent>
      ) : (
        <DialogContent
          title="Copy the key now"
          description="It is shown this once. Keep it where your program reads its secrets."
          width="lg"
          // A press beside the dialog must not take the only copy away.
          onDismiss={(event) => event.preventDefault()}
        >
          <NewKeySecret created={created} onDone={onClose} />
        </DialogContent>
      )}
    </Dialog>
  );
}
