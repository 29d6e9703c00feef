"use client";

import { Pencil } from "lucide-react";
import { type FormEvent, useState } from "react";
import { FormProblem } from "@/components/layout/form-problem";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { AmountField } from "@/components/ui/amount-field";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { notify } from "@/components/ui/toast";
import { messageOf } from "@/lib/client/api-error";
import { useSetBudget } from "@/lib/client/settings-mutations";
import { usdSchema } from "@/lib/contracts/values";
import { nanoUsd, usdDecimal } from "@/lib/money";

/** Sets the monthly budget where it is read; an empty box takes it away. */
export function BudgetEditor({ budgetNanoUsd }: { budgetNanoUsd: string | null }) {
  const [isOpen, setIsOpen] = useState(false);
  const canEdit = useAllows("editBudget");
  if (!canEdit) return budgetNanoUsd === null ? "No budget is set" : null;
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <PopoverTrigger asChild>
        {budgetNanoUsd === null ? (
          <button type="button" className="rounded-sm text-accent hover:underline">
            Set a monthly budget
          </button>
        ) : (
          <button
            type="button"
            aria-label="Change the budget"
            className="relative grid size-5 place-items-center rounded-sm text-muted before:absolute before:-inset-1 hover:bg-sunken hover:text-ink print:hidden"
          >
            <Pencil aria-hidden className="size-3" />
          </button>
        )}
      </PopoverTrigger>
      <PopoverContent align="end" className="w-64">
        <BudgetForm budgetNanoUsd={budgetNanoUsd} onDone={() => setIsOpen(false)} />
      </PopoverContent>
    </Popover>
  );
}

function BudgetForm({ budgetNanoUsd, onDone }: { budgetNanoUsd: string | null; onDone: () => void }) {
  const { slug } = useWorkspace();
  const setBudget = useSetBudget(slug);
  const before = budgetNanoUsd === null ? "" : withoutTrailingZeros(budgetNanoUsd);
  const [text, setText] = useState(before);
  const [problem, setProblem] = useState<string>();

  function save(event: FormEvent) {
    event.preventDefault();
    const parsed = text === "" ? null : usdSchema.safeParse(text);
    if (parsed && !parsed.success) return setProblem(parsed.error.issues[0]?.message);
    setBudget.mutate(
      { monthlyBudgetUsd: parsed?.data ?? null },
      {
        onSuccess: () => {
          onDone();
          notify({
            message: parsed ? "Budget saved" : "Budget taken away",
            onUndo: () => setBudget.mutate({ monthlyBudgetUsd: before === "" ? null : before }),
          });
        },
      },
    );
  }

  return (
    <form className="grid gap-3" onSubmit={save}>
      <Field label="Monthly budget" hint="For the whole workspace, every month." error={problem}>
        <AmountField
          autoFocus
          value={text}
          unit="a month"
          onValueChange={(value) => {
            setText(value);
            setProblem(undefined);
          }}
        />
      </Field>
      <FormProblem message={setBudget.isError ? messageOf(setBudget.error) : undefined} />
      <div className="flex justify-end gap-2">
        {budgetNanoUsd !== null && (
          <Button size="sm" variant="ghost" className="mr-auto" onClick={() => setText("")}>
            Clear
          </Button>
        )}
        <Button size="sm" onClick={onDone}>
          Cancel
        </Button>
        <Button size="sm" variant="primary" type="submit" isPending={setBudget.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}

function withoutTrailingZeros(amountNanoUsd: string): string {
  return usdDecimal(nanoUsd(BigInt(amountNanoUsd))).replace(/\.?0+$/, "");
}
