"use client";

import { useState } from "react";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { FieldError } from "@/components/ui/field";
import { messageOf } from "@/lib/client/api-error";
import { useApplyRepricing } from "@/lib/client/repricing-mutations";
import type { Repricing } from "@/lib/contracts/repricings";
import { formatSignedUsd, nanoUsd } from "@/lib/money";

/** Asks once more, with what will change, because the months before today will read differently afterwards. */
export function ApplyDialog({ tried }: { tried: Repricing }) {
  const { slug } = useWorkspace();
  const [isOpen, setIsOpen] = useState(false);
  const apply = useApplyRepricing(slug, tried.id);
  const { callsChanged, differenceNanoUsd } = tried.tried.total;
  const calls = callsChanged === 1 ? "1 call gets" : `${callsChanged.toLocaleString("en-US")} calls get`;
  const open = (next: boolean) => {
    setIsOpen(next);
    apply.reset();
  };
  return (
    <Dialog open={isOpen} onOpenChange={open}>
      <DialogTrigger asChild>
        <Button variant="primary">Apply</Button>
      </DialogTrigger>
      <DialogContent
        title="Apply this repricing?"
        description={`${calls} the price of their own day, ${formatSignedUsd(nanoUsd(BigInt(differenceNanoUsd)))} in all. Reports of these months change. What each call was before is kept, and the audit log says who did it.`}
        width="sm"
      >
        {apply.isError && <FieldError>{messageOf(apply.error)}</FieldError>}
        <DialogActions>
          <Button onClick={() => open(false)}>Not now</Button>
          <Button
            variant="primary"
            isPending={apply.isPending}
            onClick={() => apply.mutate(undefined, { onSuccess: () => open(false) })}
          >
            Apply
          </Button>
        </DialogActions>
      </DialogContent>
    </Dialog>
  );
}
