"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm, useWatch } from "react-hook-form";
import { FormProblem } from "@/components/layout/form-problem";
import { showProblem } from "@/components/layout/show-problem";
import { Field } from "@/components/ui/field";
import { PasswordField } from "@/components/ui/password-field";
import { PasswordHint } from "@/components/ui/password-hint";
import { notify } from "@/components/ui/toast";
import { ReadyButton } from "@/components/ui/ready-button";
import { useChangePassword } from "@/lib/client/settings-mutations";
import { passwordChangeSchema } from "@/lib/contracts/settings";

export function PasswordForm() {
  const change = useChangePassword();
  const form = useForm({ resolver: zodResolver(passwordChangeSchema) });
  const { errors } = form.formState;
  const newPassword = useWatch({ control: form.control, name: "newPassword", defaultValue: "" });
  const submit = form.handleSubmit((body) =>
    change.mutate(body, {
      onSuccess: () => {
        form.reset({ currentPassword: "", newPassword: "" });
        notify({ message: "Password changed", description: "Your other browsers are signed out." });
      },
      onError: (error) => showProblem(form, error),
    }),
  );
  return (
    <form onSubmit={(event) => void submit(event)} method="post" noValidate className="grid max-w-sm gap-4">
      <Field label="Current password" error={errors.currentPassword?.message}>
        <PasswordField autoComplete="current-password" {...form.register("currentPassword")} />
      </Field>
      <Field
        label="New password"
        hint={<PasswordHint password={newPassword} />}
        error={errors.newPassword?.message}
      >
        <PasswordField autoComplete="new-password" {...form.register("newPassword")} />
      </Field>
      <FormProblem message={errors.root?.message} />
      <div>
        <ReadyButton type="submit" variant="primary" isPending={change.isPending}>
          Change password
        </ReadyButton>
      </div>
    </form>
  );
}
