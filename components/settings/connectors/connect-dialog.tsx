"use client";

import { useState } from "react";
import { FormProblem } from "@/components/layout/form-problem";
import { localClock } from "@/components/layout/format-instant";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordField } from "@/components/ui/password-field";
import { RadioCards } from "@/components/ui/radio-cards";
import { notify } from "@/components/ui/toast";
import { ApiError, messageOf } from "@/lib/client/api-error";
import { useCreateConnector } from "@/lib/client/connector-mutations";
import { type Connector, EARLIEST_DAY, newConnectorSchema } from "@/lib/contracts/connectors";
import { addDays } from "@/lib/time";
import { KIND_OPTIONS, KIND_WORDS } from "./connector-words";

const FIRST_DAYS = 30;

/** Chooses a source, takes its key, tries it and says how far back to read. */
export function ConnectDialog({ onClose }: { onClose: () => void }) {
  const { slug, timeZone } = useWorkspace();
  const [today] = useState(() => localClock(Date.now(), timeZone).date);
  const create = useCreateConnector(slug);
  const [kind, setKind] = useState<Connector["kind"]>("openai");
  const [values, setValues] = useState({ name: "", baseUrl: "", publicKey: "", secretKey: "" });
  const [backfillFrom, setBackfillFrom] = useState(addDays(today, -FIRST_DAYS));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const words = KIND_WORDS[kind];

  const edit = (name: keyof typeof values) => ({
    value: values[name],
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
    autoComplete: "off",
    spellCheck: false,
  });

  function submit() {
    const { name, baseUrl, publicKey, secretKey } = values;
    const body = {
      kind,
      name: name.trim() || words.label,
      secretKey,
      backfillFrom,
      ...(baseUrl.trim() !== "" && { baseUrl: baseUrl.trim() }),
      ...(kind === "langfuse" && publicKey !== "" && { publicKey }),
    };
    const parsed = newConnectorSchema.safeParse(body);
    if (!parsed.success) {
      setErrors(
        Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join("."), message])),
      );
      return;
    }
    setErrors({});
    create.mutate(body, {
      onSuccess: ({ name: created }) => {
        notify({ message: `${created} accepted the key and is being read` });
        onClose();
      },
      onError: (error) => {
        const fields = error instanceof ApiError ? error.fields : [];
        setErrors(Object.fromEntries(fields.map(({ path, message }) => [path, message])));
      },
    });
  }

  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title="Connect a source"
        description="The key is tried before anything is kept."
        width="lg"
      >
        <form
          noValidate
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <RadioCards
            aria-label="Source"
            value={kind}
            onValueChange={(next) => {
              setKind(next);
              setErrors({});
              create.reset();
            }}
            options={KIND_OPTIONS}
            className="sm:grid-cols-2"
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Name" isOptional error={errors.name} hint="As it is listed here.">
              <Input {...edit("name")} placeholder={words.label} />
            </Field>
            <Field
              label="Address"
              isOptional={kind !== "litellm"}
              error={errors.baseUrl}
              hint={words.addressHint}
            >
              <Input {...edit("baseUrl")} type="url" placeholder={words.addressPlaceholder} />
            </Field>
            {kind === "langfuse" && (
              <Field label="Public key" error={errors.publicKey}>
                <Input {...edit("publicKey")} placeholder="pk-lf-…" />
              </Field>
            )}
            <Field
              label={kind === "langfuse" ? "Secret key" : "Key"}
              error={errors.secretKey}
              hint={words.keyHelp}
            >
              <PasswordField {...edit("secretKey")} autoComplete="new-password" />
            </Field>
            <Field
              label="Read from"
              error={errors.backfillFrom}
              hint="Everything since then is read first; later days follow every hour."
            >
              <DateField
                value={backfillFrom}
                onValueChange={setBackfillFrom}
                today={today}
                min={EARLIEST_DAY}
                max={today}
              />
            </Field>
          </div>
          <FormProblem
            message={create.error && Object.keys(errors).length === 0 ? messageOf(create.error) : undefined}
          />
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" isPending={create.isPending}>
              Try and connect
            </Button>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
