"use client";

import { useForm, useWatch } from "react-hook-form";
import { FormProblem } from "@/components/layout/form-problem";
import { showProblem } from "@/components/layout/show-problem";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useDeleteWorkspace } from "@/lib/client/settings-mutations";

export function DeleteDialog({ onClose }: { onClose: () => void }) {
  const { slug, name } = useWorkspace();
  const remove = useDeleteWorkspace(slug);
  const form = useForm({ defaultValues: { confirmName: "" } });
  const { errors } = form.formState;
  const typed = useWatch({ control: form.control, name: "confirmName" });
  const submit = form.handleSubmit((body) =>
    remove.mutate(body, {
      // A whole new page: nothing of the workspace stays in memory.
      onSuccess: () => window.location.assign("/"),
      onError: (error) => showProblem(form, error),
    }),
  );
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title={`Delete ${name}?`}
        description="Everything in it is deleted at once and cannot be brought back. API keys stop working."
      >
        <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
          <Field label={`Type ${name} to confirm`} error={errors.confirmName?.message}>
            <Input autoComplete="off" spellCheck={false} {...form.register("confirmName")} />
          </Field>
          <FormProblem message={errors.root?.message} />
          <DialogActions>
            <Button onClick={onClose}>Keep it</Button>
            <Button
              type="submit"
              variant="danger"
              disabled={typed.trim() !== name.trim()}
              isPending={remove.isPending || remove.isSuccess}
            >
              Delete workspace
            </Button>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
