"use client";

import { useState } from "react";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { notify, notifyError } from "@/components/ui/toast";
import { messageOf } from "@/lib/client/api-error";
import { useUntrackTag } from "@/lib/client/tag-mutations";
import type { TrackedTag } from "@/lib/contracts/tags";

/** Asks first: the sums are gone at once, and counting them again takes a while. */
export function UntrackButton({ tag }: { tag: TrackedTag }) {
  const { slug } = useWorkspace();
  const [isOpen, setIsOpen] = useState(false);
  const untrack = useUntrackTag(slug);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button size="sm" aria-label={`Stop tracking ${tag.key}`}>
          Stop tracking
        </Button>
      </DialogTrigger>
      <DialogContent
        title={`Stop tracking ${tag.key}?`}
        description="Usage can no longer be filtered or grouped by it, and saved views that do show no sums. The calls keep the tag: tracked again, all of them are counted again."
        width="sm"
      >
        <DialogActions>
          <Button onClick={() => setIsOpen(false)}>Keep it</Button>
          <Button
            variant="danger"
            isPending={untrack.isPending}
            onClick={() =>
              untrack.mutate(tag.id, {
                onSuccess: () => notify({ message: `${tag.key} is tracked no more` }),
                onError: (error) => notifyError("The tag is still tracked", messageOf(error)),
                onSettled: () => setIsOpen(false),
              })
            }
          >
            Stop tracking
          </Button>
        </DialogActions>
      </DialogContent>
    </Dialog>
  );
}
