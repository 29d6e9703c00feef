"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery } from "@tanstack/react-query";
import { Controller, useForm } from "react-hook-form";
import { z } from "zod";
import { FormProblem } from "@/components/layout/form-problem";
import { showProblem } from "@/components/layout/show-problem";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { rateCardsQuery } from "@/lib/client/price-queries";
import { useCreateFromTemplate } from "@/lib/client/scenario-mutations";
import { dateSchema, nameSchema } from "@/lib/contracts/values";
import { scenarioTemplates } from "@/lib/scenarios";

const formSchema = z.strictObject({
  template: z.string(),
  workflowName: z.string().trim().min(1, "Give the workflow a name").max(100),
  startsOn: dateSchema,
  provider: nameSchema,
});

export interface TemplateDialogProps {
  workspace: string;
  today: string;
  onClose: () => void;
}

/** A workflow with its three stages in one go, to change afterwards. */
export function TemplateDialog({ workspace, today, onClose }: TemplateDialogProps) {
  const templates = scenarioTemplates(today);
  const { data } = useQuery(rateCardsQuery(workspace));
  const priced = data?.items.filter((card) => card.model === "gpt-image-2") ?? [];
  const providers = [...new Set(["openai", ...priced.map((card) => card.provider)])];
  const create = useCreateFromTemplate(workspace);
  const form = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: {
      template: templates[0]?.key ?? "",
      workflowName: "",
      startsOn: today,
      provider: "openai",
    },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async ({ template, workflowName, startsOn, provider }) => {
    try {
      await create.mutateAsync({ template, workflow: { name: workflowName }, startsOn, provider });
      onClose();
    } catch (error) {
      showProblem(form, error);
    }
  });
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title="Start from a template"
        description="Makes a workflow with a prototype, a pilot and a production scenario. Every number can be changed."
      >
        <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
          <Controller
            control={form.control}
            name="template"
            render={({ field }) => (
              <RadioCards
                aria-label="Template"
                value={field.value}
                onValueChange={field.onChange}
                options={templates.map(({ key, name, description }) => ({
                  value: key,
                  title: name,
                  description,
                }))}
              />
            )}
          />
          <Field label="Workflow" error={errors.workflowName?.message}>
            <Input autoComplete="off" placeholder="Landing page heroes" {...form.register("workflowName")} />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Controller
              control={form.control}
              name="startsOn"
              render={({ field }) => (
                <Field label="The prototype starts on" error={errors.startsOn?.message}>
                  <DateField value={field.value} onValueChange={field.onChange} today={today} />
                </Field>
              )}
            />
            <Controller
              control={form.control}
              name="provider"
              render={({ field }) => (
                <Field
                  label="Priced by"
                  hint="Enter a gateway’s price under Prices first."
                  error={errors.provider?.message}
                >
                  <Select
                    value={field.value}
                    onValueChange={field.onChange}
                    options={providers.map((provider) => ({ value: provider, label: provider }))}
                  />
                </Field>
              )}
            />
          </div>
          <FormProblem message={errors.root?.message} />
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" isPending={create.isPending}>
              Create the three stages
            </Button>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
