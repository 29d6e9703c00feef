"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm } from "react-hook-form";
import { z } from "zod";
import { FormProblem } from "@/components/layout/form-problem";
import { showProblem } from "@/components/layout/show-problem";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogActions } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Scope } from "@/lib/access";
import { useCreateApiKey } from "@/lib/client/settings-mutations";
import { newApiKeySchema } from "@/lib/contracts/settings";
import { SCOPE_WORDS } from "./role-words";

const DAY_MS = 24 * 60 * 60 * 1000;
const LIFETIMES = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "One year" },
  { value: "never", label: "Never" },
] as const;

const formSchema = newApiKeySchema
  .pick({ name: true, scopes: true })
  .extend({ lifetime: z.enum(LIFETIMES.map(({ value }) => value)) });

function expiryOf(lifetime: (typeof LIFETIMES)[number]["value"]): string | null {
  return lifetime === "never" ? null : new Date(Date.now() + Number(lifetime) * DAY_MS).toISOString();
}

export interface CreatedKey {
  secret: string;
  createdAt: string;
}

export interface CreateKeyFormProps {
  onCreated: (created: CreatedKey) => void;
  onCancel: () => void;
}

export function CreateKeyForm({ onCreated, onCancel }: CreateKeyFormProps) {
  const { slug } = useWorkspace();
  const create = useCreateApiKey(slug);
  const form = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: { name: "", scopes: ["ingest"] as Scope[], lifetime: "365" as const },
  });
  const { errors } = form.formState;

  const submit = form.handleSubmit(({ name, scopes, lifetime }) =>
    create.mutate(
      {
        name,
        scopes,
        expiresAt: expiryOf(lifetime),
      },
      {
        onSuccess: ({ key, secret }) => onCreated({ secret, createdAt: key.createdAt }),
        onError: (error) => showProblem(form, error),
      },
    ),
  );

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
      <Field label="Name" hint="Which program will use it." error={errors.name?.message}>
        <Input placeholder="Render service" autoComplete="off" {...form.register("name")} />
      </Field>
      <Controller
        control={form.control}
        name="scopes"
        render={({ field }) => (
          <fieldset className="grid gap-2">
            <legend className="pb-1.5 text-sm font-medium">What it may do</legend>
            {(Object.keys(SCOPE_WORDS) as Scope[]).map((scope) => (
              <Checkbox
                key={scope}
                label={SCOPE_WORDS[scope].label}
                hint={SCOPE_WORDS[scope].hint}
                checked={field.value.includes(scope)}
                onCheckedChange={(isOn) =>
                  field.onChange(
                    isOn ? [...field.value, scope] : field.value.filter((each) => each !== scope),
                  )
                }
              />
            ))}
            {errors.scopes?.message && <FieldError>{errors.scopes.message}</FieldError>}
          </fieldset>
        )}
      />
      <Controller
        control={form.control}
        name="lifetime"
        render={({ field }) => (
          <Field label="Expires after" className="max-w-44">
            <Select value={field.value} onValueChange={field.onChange} options={LIFETIMES} />
          </Field>
        )}
      />
      <FormProblem message={errors.root?.message} />
      <DialogActions>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" isPending={create.isPending}>
          Create key
        </Button>
      </DialogActions>
    </form>
  );
}
