"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm, useWatch } from "react-hook-form";
import { FormProblem } from "@/components/layout/form-problem";
import { showProblem } from "@/components/layout/show-problem";
import { TimeZoneField } from "@/components/layout/time-zone-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordField } from "@/components/ui/password-field";
import { PasswordHint } from "@/components/ui/password-hint";
import { ReadyButton } from "@/components/ui/ready-button";
import { useSetUp } from "@/lib/client/settings-mutations";
import { setUpSchema } from "@/lib/contracts/settings";
import { signInWithPassword } from "./sign-in-with";
import { useBrowserTimeZone } from "./use-browser-time-zone";

/** The first run: who owns this installation, and their first workspace. */
export function SetUpForm() {
  const setUp = useSetUp();
  const form = useForm({
    resolver: zodResolver(setUpSchema),
    // Only what is no text box: a default would wipe out what was typed before the page ran.
    defaultValues: { timeZone: "" },
  });
  useBrowserTimeZone((timeZone) => form.setValue("timeZone", timeZone));
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  const [name = "", email = "", password = "", workspaceName = ""] = useWatch({
    control: form.control,
    name: ["name", "email", "password", "workspaceName"],
  });

  const submit = form.handleSubmit(async (body) => {
    try {
      const { workspaceSlug } = await setUp.mutateAsync(body);
      const failure = await signInWithPassword(body.email, body.password);
      window.location.assign(failure === null ? `/w/${workspaceSlug}/overview` : "/sign-in");
    } catch (error) {
      showProblem(form, error);
    }
  });

  return (
    <form onSubmit={(event) => void submit(event)} method="post" noValidate className="grid gap-4">
      <Field label="Your name" error={errors.name?.message}>
        <Input autoComplete="name" {...form.register("name")} />
      </Field>
      <Field label="E-mail" error={errors.email?.message}>
        <Input type="email" autoComplete="username" inputMode="email" {...form.register("email")} />
      </Field>
      <Field
        label="Password"
        error={errors.password?.message}
        hint={<PasswordHint password={password} ownWords={[name, email, workspaceName]} />}
      >
        <PasswordField autoComplete="new-password" {...form.register("password")} />
      </Field>
      <Field label="Workspace" hint="Your team or company." error={errors.workspaceName?.message}>
        <Input autoComplete="organization" {...form.register("workspaceName")} />
      </Field>
      <TimeZoneField control={form.control} name="timeZone" hint="Days and months begin and end by it." />
      <FormProblem message={errors.root?.message} />
      <ReadyButton
        type="submit"
        variant="primary"
        size="lg"
        isPending={isSubmitting || (isSubmitSuccessful && !errors.root)}
      >
        Set up Pixelcast
      </ReadyButton>
    </form>
  );
}
