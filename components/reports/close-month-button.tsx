"use client";

import { Lock, LockOpen } from "lucide-react";
import { useState } from "react";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { FieldError } from "@/components/ui/field";
import { notify } from "@/components/ui/toast";
import { messageOf } from "@/lib/client/api-error";
import { useCloseMonth, useReopenMonth } from "@/lib/client/report-mutations";
import type { MonthReport } from "@/lib/contracts/reports";
import { formatMonth } from "@/lib/time";

/** Closes a month that is over, or reopens it; nothing for those who may do neither. */
export function CloseMonthButton({ report }: { report: MonthReport }) {
  const { slug } = useWorkspace();
  const mayClose = useAllows("closeMonth");
  const [isOpen, setIsOpen] = useState(false);
  const close = useCloseMonth(slug);
  const reopen = useReopenMonth(slug);
  if (!mayClose || report.state !== "past") return null;
  const { month } = report;
  const name = formatMonth(month);
  const isClosed = report.close !== null;
  const change = isClosed ? reopen : close;
  const open = (next: boolean) => {
    setIsOpen(next);
    change.reset();
  };
  const confirm = () =>
    change.mutate(month, {
      onSuccess: () => {
        setIsOpen(false);
        notify({ message: isClosed ? `${name} is open again` : `${name} is closed` });
      },
    });
  return (
    <Dialog open={isOpen} onOpenChange={open}>
      <DialogTrigger asChild>
        <Button>
          {isClosed ? <LockOpen aria-hidden /> : <Lock aria-hidden />} {isClosed ? "Reopen" : "Close month"}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={isClosed ? `Reopen ${name}?` : `Close ${name}?`}
        description={
          isClosed
            ? "Its calls can then be priced anew. That it was closed, and what it stood at, stays on record."
            : "What it stands at now is kept, and no repricing changes its calls. Calls that arrive later are counted and shown apart. It can be reopened."
        }
        width="sm"
      >
        {change.isError && <FieldError>{messageOf(change.error)}</FieldError>}
        <DialogActions>
          <Button onClick={() => open(false)}>Leave it {isClosed ? "closed" : "open"}</Button>
          <Button variant="primary" isPending={change.isPending} onClick={confirm}>
            {isClosed ? "Reopen month" : "Close month"}
          </Button>
        </DialogActions>
      </DialogContent>
    </Dialog>
  );
}
