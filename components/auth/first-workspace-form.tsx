"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { FormProblem } from "@/components/layout/form-problem";
import { showProblem } from "@/components/layout/show-problem";
import { TimeZoneField } from "@/components/layout/time-zone-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ReadyButton } from "@/components/ui/ready-button";
import { useCreateWorkspace } from "@/lib/client/settings-mutations";
import { newWorkspaceSchema } from "@/lib/contracts/settings";
import { useBrowserTimeZone } from "./use-browser-time-zone";

/** For somebody who is a member of no workspace. */
export function FirstWorkspaceForm() {
  const router = useRouter();
  const create = useCreateWorkspace();
  const form = useForm({
    resolver: zodResolver(newWorkspaceSchema),
    defaultValues: { timeZone: "" },
  });
  useBrowserTimeZone((timeZone) => form.setValue("timeZone", timeZone));
  const { errors } = form.formState;
  const submit = form.handleSubmit((body) =>
    create.mutate(body, {
      onSuccess: ({ slug }) => router.push(`/w/${slug}/overview`),
      onError: (error) => showProblem(form, error),
    }),
  );
  return (
    <form onSubmit={(event) => void submit(event)} method="post" noValidate className="grid gap-4">
      <Field label="Name" error={errors.name?.message}>
        <Input autoComplete="organization" {...form.register("name")} />
      </Field>
      <TimeZoneField control={form.control} name="timeZone" hint="Days and months begin and end by it." />
      <FormProblem message={errors.root?.message} />
      <ReadyButton type="submit" variant="primary" size="lg" isPending={create.isPending || create.isSuccess}>
        Create workspace
      </ReadyButton>
    </form>
  );
}
