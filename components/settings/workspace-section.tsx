"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Info } from "lucide-react";
import { Controller, useForm, useWatch } from "react-hook-form";
import { z } from "zod";
import { FormProblem } from "@/components/layout/form-problem";
import { showProblem } from "@/components/layout/show-problem";
import { TimeZoneField } from "@/components/layout/time-zone-field";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { notify } from "@/components/ui/toast";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useUpdateWorkspace } from "@/lib/client/settings-mutations";
import { newWorkspaceSchema } from "@/lib/contracts/settings";
import { formatDate, formatMonth } from "@/lib/time";
import { SettingsSection } from "./settings-section";

const formSchema = newWorkspaceSchema.extend({ fiscalYearStartMonth: z.int().min(1).max(12) });

const MONTHS = Array.from({ length: 12 }, (_, index) => {
  const number = String(index + 1).padStart(2, "0");
  return { value: String(index + 1), label: formatMonth(`2000-${number}`).replace(" 2000", "") };
});

export function WorkspaceSection() {
  const { slug, name, timeZone, fiscalYearStartMonth, callsKeptFrom } = useWorkspace();
  const mayEdit = useAllows("editWorkspace");
  const isHydrated = useHydrated();
  const update = useUpdateWorkspace(slug);
  const saved = { name, timeZone, fiscalYearStartMonth };
  const form = useForm({
    resolver: zodResolver(formSchema),
    values: saved,
    resetOptions: { keepDirtyValues: true },
  });
  const { errors, isDirty } = form.formState;
  const chosenZone = useWatch({ control: form.control, name: "timeZone" });

  const submit = form.handleSubmit((body) =>
    update.mutate(body, {
      onSuccess: () => {
        form.reset(body, { keepDirtyValues: false });
        notify({ message: "Workspace saved" });
      },
      onError: (error) => showProblem(form, error),
    }),
  );

  return (
    <SettingsSection
      title="Workspace"
      description={
        mayEdit
          ? "What the team is called, and how its days and years are counted."
          : "Owners and admins change these."
      }
    >
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <Field label="Name" error={errors.name?.message}>
          <Input
            defaultValue={name}
            readOnly={!mayEdit || !isHydrated}
            className={cn(mayEdit && "[&[readonly]]:bg-surface")}
            {...form.register("name")}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <TimeZoneField
            control={form.control}
            name="timeZone"
            disabled={!mayEdit || callsKeptFrom !== null}
            hint={
              callsKeptFrom === null
                ? "Days and months begin and end by it."
                : `It stays: of days before ${formatDate(callsKeptFrom)} only the sums are left.`
            }
          />
          <Controller
            control={form.control}
            name="fiscalYearStartMonth"
            render={({ field }) => (
              <Field label="Fiscal year starts in" error={errors.fiscalYearStartMonth?.message}>
                <Select
                  value={String(field.value)}
                  onValueChange={(month) => field.onChange(Number(month))}
                  options={MONTHS}
                  disabled={!mayEdit}
                />
              </Field>
            )}
          />
        </div>
        {chosenZone !== timeZone && (
          <p role="status" className="flex items-start gap-2 rounded-control bg-sunken px-3 py-2">
            <Info aria-hidden className="mt-0.5 size-3.5 shrink-0 text-rework" />
            <span>
              Every logged call is sorted into days anew, by midnight in {chosenZone}. Amounts of single days
              and months will move a little; no call is changed or lost.
            </span>
          </p>
        )}
        <FormProblem message={errors.root?.message} />
        {mayEdit && (
          <div className="flex justify-end gap-2">
            {isDirty && (
              <Button onClick={() => form.reset(saved, { keepDirtyValues: false })}>Discard</Button>
            )}
            <Button type="submit" variant="primary" disabled={!isDirty} isPending={update.isPending}>
              Save
            </Button>
          </div>
        )}
      </form>
    </SettingsSection>
  );
}
