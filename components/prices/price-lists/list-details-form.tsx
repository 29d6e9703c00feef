"use client";

import { Controller, useForm } from "react-hook-form";
import { FormProblem } from "@/components/layout/form-problem";
import { showProblem } from "@/components/layout/show-problem";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { usePreviewPriceList } from "@/lib/client/price-list-mutations";
import type { PriceListBody, PriceListPreview } from "@/lib/contracts/price-lists";
import { guessList } from "./list-words";

interface ListDetailsFormProps {
  content: string;
  fileName: string | null;
  today: string;
  onBack: () => void;
  onPreview: (body: PriceListBody, preview: PriceListPreview) => void;
}

/** Whose list it is, when it was looked at, and from when its prices are to hold. */
export function ListDetailsForm({ content, fileName, today, onBack, onPreview }: ListDetailsFormProps) {
  const { slug } = useWorkspace();
  const preview = usePreviewPriceList(slug);
  const guess = guessList(content, fileName);
  const form = useForm({
    defaultValues: {
      content,
      name: guess.name,
      provider: guess.provider,
      sourceUrl: "",
      checkedOn: today,
      validFrom: today,
    },
  });
  const { errors } = form.formState;

  const submit = form.handleSubmit((values) => {
    const body: PriceListBody = {
      content: values.content,
      name: values.name,
      checkedOn: values.checkedOn,
      validFrom: values.validFrom,
      provider: guess.needsProvider ? values.provider : null,
      sourceUrl: values.sourceUrl.trim() === "" ? null : values.sourceUrl.trim(),
    };
    preview.mutate(body, {
      onSuccess: (answer) => onPreview(body, answer),
      onError: (error) => showProblem(form, error),
    });
  });

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4 p-4">
      <p className="text-muted">
        <span className="font-medium text-ink">{fileName ?? "The pasted text"}</span>,{" "}
        {content.length.toLocaleString("en-US")} characters
      </p>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Field label="Name of the list" error={errors.name?.message}>
          <Input
            autoComplete="off"
            maxLength={60}
            {...form.register("name", { required: "Give it a name" })}
          />
        </Field>
        {guess.needsProvider && (
          <Field label="Provider" hint="As your calls name it" error={errors.provider?.message}>
            <Input
              autoComplete="off"
              spellCheck={false}
              {...form.register("provider", { required: "Say whose prices these are" })}
            />
          </Field>
        )}
        <Field
          label="Where it is from"
          isOptional
          hint="The address that its prices will show"
          error={errors.sourceUrl?.message}
        >
          <Input type="url" inputMode="url" placeholder="https://" {...form.register("sourceUrl")} />
        </Field>
        <Controller
          control={form.control}
          name="checkedOn"
          render={({ field }) => (
            <Field label="Looked at on" error={errors.checkedOn?.message}>
              <DateField value={field.value} onValueChange={field.onChange} max={today} today={today} />
            </Field>
          )}
        />
        <Controller
          control={form.control}
          name="validFrom"
          render={({ field }) => (
            <Field
              label="Prices hold from"
              hint="Calls before that day keep theirs"
              error={errors.validFrom?.message}
            >
              <DateField value={field.value} onValueChange={field.onChange} today={today} />
            </Field>
          )}
        />
      </div>
      <FormProblem message={errors.content?.message ?? errors.root?.message} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" isPending={preview.isPending}>
          Compare with my prices
        </Button>
        <Button onClick={onBack}>Another list</Button>
      </div>
    </form>
  );
}
