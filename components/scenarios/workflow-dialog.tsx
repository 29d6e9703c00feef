"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { FormProblem } from "@/components/layout/form-problem";
import { showProblem } from "@/components/layout/show-problem";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useCreateWorkflow, useUpdateWorkflow } from "@/lib/client/scenario-mutations";
import { type Workflow, workflowBodySchema } from "@/lib/contracts/scenarios";

export interface WorkflowDialogProps {
  workspace: string;
  /** Null to define a new one. */
  workflow: Workflow | null;
  onClose: () => void;
}

export function WorkflowDialog({ workspace, workflow, onClose }: WorkflowDialogProps) {
  const create = useCreateWorkflow(workspace);
  const update = useUpdateWorkflow(workspace);
  const form = useForm({
    resolver: zodResolver(workflowBodySchema.omit({ slug: true })),
    defaultValues: {
      name: workflow?.name ?? "",
      owner: workflow?.owner ?? "",
      costCentre: workflow?.costCentre ?? "",
    },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    const body = { name: values.name, owner: values.owner || null, costCentre: values.costCentre || null };
    try {
      if (workflow) await update.mutateAsync({ workflowId: workflow.id, body });
      else await create.mutateAsync(body);
      onClose();
    } catch (error) {
      showProblem(form, error);
    }
  });
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title={workflow ? "Edit workflow" : "New workflow"}
        description="One use of image generation, such as landing page heroes."
      >
        <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
          <Field label="Name" error={errors.name?.message}>
            <Input autoComplete="off" {...form.register("name")} />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Owner" isOptional hint="Who answers for its spend." error={errors.owner?.message}>
              <Input autoComplete="off" {...form.register("owner")} />
            </Field>
            <Field label="Cost centre" isOptional error={errors.costCentre?.message}>
              <Input autoComplete="off" {...form.register("costCentre")} />
            </Field>
          </div>
          <FormProblem message={errors.root?.message} />
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" isPending={create.isPending || update.isPending}>
              {workflow ? "Save" : "Create workflow"}
            </Button>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
