"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { Field, FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { messageOf } from "@/lib/client/api-error";
import { useCreateRepricing } from "@/lib/client/repricing-mutations";
import { filterValuesQuery } from "@/lib/client/usage-queries";
import type { Repricing, RepricingBody } from "@/lib/contracts/repricings";

/** Stands for every provider or model; a name is never empty. */
const ALL = " ";

export interface AskedRepricing {
  from: string | null;
  to: string | null;
  provider: string | null;
  model: string | null;
  onlyUnpriced: boolean | null;
}

interface RepricingFormProps {
  today: string;
  /** From the address. */
  asked: AskedRepricing;
  onStarted: (repricing: Repricing) => void;
}

/** Which calls to price anew, first as a dry run. */
export function RepricingForm({ today, asked, onStarted }: RepricingFormProps) {
  const { slug, timeZone } = useWorkspace();
  const mayEdit = useAllows("editPrices");
  const { data: values } = useQuery(filterValuesQuery(slug));
  const create = useCreateRepricing(slug);
  const [changes, setChanges] = useState<Partial<RepricingBody>>({});
  const body: RepricingBody = {
    from: asked.from ?? values?.firstDate ?? today,
    to: asked.to ?? today,
    provider: asked.provider,
    model: asked.model,
    onlyUnpriced: asked.onlyUnpriced ?? false,
    ...changes,
  };
  const change = (next: Partial<RepricingBody>) => setChanges((before) => ({ ...before, ...next }));
  return (
    <Card aria-label="Which calls to price anew">
      <CardHeader
        title="Which calls"
        description={`Each is priced as of its own day, never by today's price. First as a dry run that changes nothing. Days in ${timeZone}.`}
      />
      <form
        className="grid gap-4 p-4"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate(body, { onSuccess: onStarted });
        }}
      >
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
          <Field label="First day">
            <DateField
              value={body.from}
              max={body.to}
              today={today}
              onValueChange={(from) => change({ from })}
            />
          </Field>
          <Field label="Last day">
            <DateField value={body.to} min={body.from} today={today} onValueChange={(to) => change({ to })} />
          </Field>
          <Field label="Provider">
            <Select
              value={body.provider ?? ALL}
              options={choices("All providers", values?.providers, body.provider)}
              onValueChange={(provider) => change({ provider: provider === ALL ? null : provider })}
            />
          </Field>
          <Field label="Model">
            <Select
              value={body.model ?? ALL}
              options={choices("All models", values?.models, body.model)}
              onValueChange={(model) => change({ model: model === ALL ? null : model })}
            />
          </Field>
        </div>
        <Checkbox
          checked={body.onlyUnpriced ?? false}
          onCheckedChange={(onlyUnpriced) => change({ onlyUnpriced })}
          label="Only calls without a price"
          hint="Calls that have one keep it."
        />
        {create.isError && <FieldError>{messageOf(create.error)}</FieldError>}
        <div className="flex flex-wrap items-center justify-end gap-3">
          {!mayEdit && <p className="text-sm text-muted">Owners, admins and finance may do this.</p>}
          <Button type="submit" variant="primary" disabled={!mayEdit} isPending={create.isPending}>
            Try it out
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** What calls carry, and what the address asks for even if no call does. */
function choices(all: string, known: readonly string[] = [], asked: string | null | undefined) {
  const names = new Set([...known, ...(asked == null ? [] : [asked])]);
  return [{ value: ALL, label: all }, ...[...names].sort().map((name) => ({ value: name, label: name }))];
}
