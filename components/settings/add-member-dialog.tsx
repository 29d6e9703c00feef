"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm } from "react-hook-form";
import { FormProblem } from "@/components/layout/form-problem";
import { showProblem } from "@/components/layout/show-problem";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { notify } from "@/components/ui/toast";
import { ROLES } from "@/lib/access";
import { useAddMember } from "@/lib/client/settings-mutations";
import { newMemberSchema } from "@/lib/contracts/settings";
import { ROLE_WORDS } from "./role-words";

export function AddMemberDialog({ onClose }: { onClose: () => void }) {
  const { slug, role: ownRole } = useWorkspace();
  const add = useAddMember(slug);
  const form = useForm({
    resolver: zodResolver(newMemberSchema),
    defaultValues: { name: "", email: "", role: "viewer", password: null },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit((body) =>
    add.mutate(body, {
      onSuccess: ({ name }) => {
        notify({ message: `${name} added` });
        onClose();
      },
      onError: (error) => showProblem(form, error),
    }),
  );
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title="Add a member"
        description="No mail is sent. Tell them the address of this page and their first password."
      >
        <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
          <Field label="Name" error={errors.name?.message}>
            <Input autoComplete="off" {...form.register("name")} />
          </Field>
          <Field label="E-mail" error={errors.email?.message}>
            <Input type="email" autoComplete="off" inputMode="email" {...form.register("email")} />
          </Field>
          <Controller
            control={form.control}
            name="role"
            render={({ field }) => (
              <Field label="Role" error={errors.role?.message}>
                <Select
                  value={field.value}
                  onValueChange={field.onChange}
                  options={ROLES.filter((role) => role !== "owner" || ownRole === "owner").map((role) => ({
                    value: role,
                    ...ROLE_WORDS[role],
                  }))}
                />
              </Field>
            )}
          />
          <Field
            label="First password"
            hint="Somebody who has an account here keeps their own; leave it empty then."
            error={errors.password?.message}
          >
            <Input
              autoComplete="off"
              spellCheck={false}
              className="font-mono"
              {...form.register("password", { setValueAs: (text: string | null) => text || null })}
            />
          </Field>
          <FormProblem message={errors.root?.message} />
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" isPending={add.isPending}>
              Add member
            </Button>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
