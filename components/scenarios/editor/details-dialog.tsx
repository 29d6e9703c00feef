"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Plus, X } from "lucide-react";
import { Controller, useFieldArray, useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input, Textarea } from "@/components/ui/input";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { scenarioBodySchema } from "@/lib/contracts/scenarios";
import { MEASURES } from "./describe-criteria";
import type { Draft } from "./draft";

const formSchema = scenarioBodySchema.pick({ name: true, purpose: true });

type Measure = keyof typeof MEASURES;

const MEASURE_OPTIONS = (Object.keys(MEASURES) as Measure[]).map((value) => ({
  value,
  label: MEASURES[value].label,
}));

export interface DetailsDialogProps {
  draft: Pick<Draft, "name" | "purpose">;
  onApply: (details: Pick<Draft, "name" | "purpose">) => void;
  onClose: () => void;
}

/** The scenario's name and what its stage must prove. They become part of the draft and are saved with it. */
export function DetailsDialog({ draft, onApply, onClose }: DetailsDialogProps) {
  const form = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: { name: draft.name, purpose: draft.purpose },
  });
  const criteria = useFieldArray({ control: form.control, name: "purpose.criteria" });
  const { errors } = form.formState;
  const submit = form.handleSubmit((values) => {
    onApply(values);
    onClose();
  });
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent title="Name and purpose" description="Saved together with the drivers.">
        <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
          <Field label="Name" error={errors.name && "From 1 to 100 letters."}>
            <Input autoComplete="off" {...form.register("name")} />
          </Field>
          <Field
            label="What the stage must prove"
            isOptional
            error={errors.purpose?.mustProve && "At most 500 letters."}
          >
            <Textarea rows={3} {...form.register("purpose.mustProve")} />
          </Field>
          <fieldset className="grid gap-2">
            <legend className="pb-1.5 text-sm font-medium">Numbers that prove it</legend>
            {criteria.fields.map((criterion, index) => (
              <div key={criterion.id} className="flex items-center gap-2">
                <Controller
                  control={form.control}
                  name={`purpose.criteria.${index}.measure`}
                  render={({ field }) => (
                    <Select
                      aria-label={`Measure ${index + 1}`}
                      value={field.value}
                      onValueChange={field.onChange}
                      options={MEASURE_OPTIONS}
                    />
                  )}
                />
                <span className="shrink-0 text-sm text-muted">at most</span>
                <Controller
                  control={form.control}
                  name={`purpose.criteria.${index}`}
                  render={({ field }) => {
                    const isMoney = MEASURES[field.value.measure].unit === "usd";
                    return (
                      <NumberField
                        aria-label={`Limit ${index + 1}`}
                        className="w-28"
                        prefix={isMoney ? "$" : undefined}
                        unit={isMoney ? undefined : "%"}
                        min={0}
                        max={1_000_000}
                        step={isMoney ? 0.05 : 1}
                        value={field.value.atMost}
                        onValueChange={(atMost) => field.onChange({ ...field.value, atMost: atMost ?? 0 })}
                      />
                    );
                  }}
                />
                <IconButton label={`Remove number ${index + 1}`} onClick={() => criteria.remove(index)}>
                  <X aria-hidden />
                </IconButton>
              </div>
            ))}
            {criteria.fields.length < 10 && (
              <Button
                variant="link"
                size="sm"
                className="justify-self-start"
                onClick={() => criteria.append({ measure: "cost_per_delivered_image_usd", atMost: 0.25 })}
              >
                <Plus aria-hidden /> Add a number
              </Button>
            )}
          </fieldset>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary">
              Apply
            </Button>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
