"use client";

import { useState } from "react";
import { FormProblem } from "@/components/layout/form-problem";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordField } from "@/components/ui/password-field";
import { Select } from "@/components/ui/select";
import { notify } from "@/components/ui/toast";
import { messageOf } from "@/lib/client/api-error";
import { useUpdateConnector } from "@/lib/client/connector-mutations";
import { type Connector, connectorChangeSchema } from "@/lib/contracts/connectors";
import { KIND_WORDS } from "./connector-words";

const INTERVALS = [
  { value: "15", label: "Every 15 minutes" },
  { value: "60", label: "Every hour" },
  { value: "360", label: "Every 6 hours" },
  { value: "1440", label: "Every day" },
];

export function ChangeDialog({ connector, onClose }: { connector: Connector; onClose: () => void }) {
  const { slug } = useWorkspace();
  const update = useUpdateConnector(slug, connector.id);
  const [values, setValues] = useState({
    name: connector.name,
    interval: String(connector.intervalMinutes),
    baseUrl: connector.baseUrl,
    publicKey: "",
    secretKey: "",
  });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const intervals = INTERVALS.some(({ value }) => value === values.interval)
    ? INTERVALS
    : [{ value: values.interval, label: `Every ${values.interval} minutes` }, ...INTERVALS];

  const edit = (name: "name" | "baseUrl" | "publicKey" | "secretKey") => ({
    value: values[name],
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
    autoComplete: "off",
    spellCheck: false,
  });

  function submit() {
    const body = {
      name: values.name,
      intervalMinutes: Number(values.interval),
      ...(values.baseUrl !== connector.baseUrl && { baseUrl: values.baseUrl }),
      ...(values.publicKey !== "" && { publicKey: values.publicKey }),
      ...(values.secretKey !== "" && { secretKey: values.secretKey }),
    };
    const parsed = connectorChangeSchema.safeParse(body);
    setErrors(
      Object.fromEntries((parsed.error?.issues ?? []).map(({ path, message }) => [path.join("."), message])),
    );
    if (!parsed.success) return;
    update.mutate(body, {
      onSuccess: ({ name }) => {
        notify({ message: `${name} saved` });
        onClose();
      },
    });
  }

  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title={`Change ${connector.name}`}
        description={`The key that ends in ${connector.credentialHint} stays unless you enter another.`}
      >
        <form
          noValidate
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Field label="Name" error={errors.name}>
            <Input {...edit("name")} />
          </Field>
          <Field label="Read">
            <Select
              value={values.interval}
              onValueChange={(interval) => setValues({ ...values, interval })}
              options={intervals}
            />
          </Field>
          <Field label="Address" error={errors.baseUrl}>
            <Input {...edit("baseUrl")} type="url" />
          </Field>
          {connector.kind === "langfuse" && (
            <Field label="New public key" isOptional error={errors.publicKey}>
              <Input {...edit("publicKey")} />
            </Field>
          )}
          <Field
            label="New key"
            isOptional
            error={errors.secretKey}
            hint={KIND_WORDS[connector.kind].keyHelp}
          >
            <PasswordField {...edit("secretKey")} autoComplete="new-password" />
          </Field>
          <FormProblem message={update.error ? messageOf(update.error) : undefined} />
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" isPending={update.isPending}>
              Save
            </Button>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
