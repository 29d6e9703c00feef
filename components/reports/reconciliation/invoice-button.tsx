"use client";

import { useState } from "react";
import { FormProblem } from "@/components/layout/form-problem";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { AmountField } from "@/components/ui/amount-field";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { messageOf } from "@/lib/client/api-error";
import { useSetInvoice } from "@/lib/client/reconciliation-mutations";
import type { Reconciliation } from "@/lib/contracts/reconciliation";
import { nanoUsd, usdDecimal } from "@/lib/money";
import { formatMonth } from "@/lib/time";

interface InvoiceButtonProps {
  provider: string;
  month: string;
  invoice: Reconciliation["invoices"][number] | null;
}

/** Enters what the provider billed for images in a month, where it does not say so by itself. */
export function InvoiceButton(props: InvoiceButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  if (!useAllows("closeMonth")) return null;
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button>{props.invoice === null ? "Enter invoice" : "Change invoice"}</Button>
      </DialogTrigger>
      {isOpen && <InvoiceForm {...props} onDone={() => setIsOpen(false)} />}
    </Dialog>
  );
}

function InvoiceForm({ provider, month, invoice, onDone }: InvoiceButtonProps & { onDone: () => void }) {
  const { slug } = useWorkspace();
  const save = useSetInvoice(slug);
  const [amountUsd, setAmountUsd] = useState(
    invoice ? usdDecimal(nanoUsd(BigInt(invoice.amountNanoUsd))) : "",
  );
  const [note, setNote] = useState(invoice?.note ?? "");
  const isAmount = /^\d{1,9}(\.\d{1,9})?$/.test(amountUsd);
  const set = (amount: string | null) =>
    save.mutate(
      { provider, month, amountUsd: amount, note: note.trim() || null },
      {
        onSuccess: () => {
          notify({
            message: amount === null ? "Invoice taken away" : `Invoice of ${formatMonth(month)} saved`,
          });
          onDone();
        },
      },
    );
  return (
    <DialogContent
      title={`Invoice of ${provider}, ${formatMonth(month)}`}
      description="What was billed for images, without taxes. It is compared where the provider reports no costs by day."
      width="sm"
    >
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (isAmount) set(amountUsd);
        }}
      >
        <Field label="Amount" error={amountUsd !== "" && !isAmount ? "An amount such as 1200.50" : undefined}>
          <AmountField value={amountUsd} onValueChange={setAmountUsd} />
        </Field>
        <Field label="Note" isOptional hint="Such as its number.">
          <Input value={note} maxLength={200} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <FormProblem message={save.error ? messageOf(save.error) : undefined} />
        <DialogActions>
          {invoice !== null && (
            <Button
              variant="danger-quiet"
              className="mr-auto"
              isPending={save.isPending}
              onClick={() => set(null)}
            >
              Take away
            </Button>
          )}
          <Button onClick={onDone}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={!isAmount} isPending={save.isPending}>
            Save
          </Button>
        </DialogActions>
      </form>
    </DialogContent>
  );
}
