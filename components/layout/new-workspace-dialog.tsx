"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useCreateWorkspace } from "@/lib/client/settings-mutations";
import { newWorkspaceSchema } from "@/lib/contracts/settings";
import { FormProblem } from "./form-problem";
import { showProblem } from "./show-problem";
import { TimeZoneField } from "./time-zone-field";

export function NewWorkspaceDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const create = useCreateWorkspace();
  const form = useForm({
    resolver: zodResolver(newWorkspaceSchema),
    defaultValues: { name: "", timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit((body) =>
    create.mutate(body, {
      onSuccess: ({ slug }) => {
        router.push(`/w/${slug}/overview`);
        onClose();
      },
      onError: (error) => showProblem(form, error),
    }),
  );
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title="New workspace"
        description="It starts empty: its own calls, scenarios, prices and people."
      >
        <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
          <Field label="Name" error={errors.name?.message}>
            <Input autoComplete="organization" {...form.register("name")} />
          </Field>
          <TimeZoneField control={form.control} name="timeZone" hint="Days and months begin and end by it." />
          <FormProblem message={errors.root?.message} />
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" isPending={create.isPending}>
              Create workspace
            </Button>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
