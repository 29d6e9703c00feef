"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm } from "react-hook-form";
import { z } from "zod";
import { FormProblem } from "@/components/layout/form-problem";
import { showProblem } from "@/components/layout/show-problem";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { AmountField } from "@/components/ui/amount-field";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { notify } from "@/components/ui/toast";
import { useSetBudget } from "@/lib/client/settings-mutations";
import { usdSchema } from "@/lib/contracts/values";
import { nanoUsd, usdDecimal } from "@/lib/money";
import { SettingsSection } from "./settings-section";

const formSchema = z.object({ monthlyBudgetUsd: z.union([z.literal(""), usdSchema]) });

/** "4500.000000000" as the box shows it: "4500". */
function plainUsd(amountNanoUsd: string | null): string {
  return amountNanoUsd === null ? "" : usdDecimal(nanoUsd(BigInt(amountNanoUsd))).replace(/\.?0+$/, "");
}

export function BudgetSection() {
  const { slug, monthlyBudgetNanoUsd } = useWorkspace();
  const mayEdit = useAllows("editBudget");
  const setBudget = useSetBudget(slug);
  const saved = plainUsd(monthlyBudgetNanoUsd);
  const form = useForm({
    resolver: zodResolver(formSchema),
    values: { monthlyBudgetUsd: saved },
    resetOptions: { keepDirtyValues: true },
  });
  const { errors, isDirty } = form.formState;

  const save = (amount: string) => setBudget.mutateAsync({ monthlyBudgetUsd: amount === "" ? null : amount });

  const submit = form.handleSubmit(async ({ monthlyBudgetUsd }) => {
    try {
      await save(monthlyBudgetUsd);
      form.reset({ monthlyBudgetUsd }, { keepDirtyValues: false });
      notify({
        message: monthlyBudgetUsd === "" ? "Budget cleared" : "Budget saved",
        onUndo: () => void save(saved),
      });
    } catch (error) {
      showProblem(form, error);
    }
  });

  return (
    <SettingsSection
      title="Monthly budget"
      description={
        mayEdit
          ? "What may be spent in a month. The overview says what is left and when it runs out."
          : "Owners, admins and finance change this."
      }
    >
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <Controller
          control={form.control}
          name="monthlyBudgetUsd"
          render={({ field: { value, onChange, ...field } }) => (
            <Field
              label="Budget"
              hint="Empty for none."
              error={errors.monthlyBudgetUsd && "An amount such as 4,500 or 4.5k, not below zero"}
              className="max-w-60"
            >
              <AmountField
                {...field}
                value={value}
                onValueChange={onChange}
                unit="a month"
                readOnly={!mayEdit}
              />
            </Field>
          )}
        />
        <FormProblem message={errors.root?.message} />
        {mayEdit && (
          <div className="flex justify-end gap-2">
            {isDirty && (
              <Button onClick={() => form.reset({ monthlyBudgetUsd: saved }, { keepDirtyValues: false })}>
                Discard
              </Button>
            )}
            <Button type="submit" variant="primary" disabled={!isDirty} isPending={setBudget.isPending}>
              Save
            </Button>
          </div>
        )}
      </form>
    </SettingsSection>
  );
}
