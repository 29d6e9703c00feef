"use client";

import { useState } from "react";
import { FormProblem } from "@/components/layout/form-problem";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import type { BillingVerdict } from "@/lib/calls";
import { messageOf } from "@/lib/client/api-error";
import { useReplaceBillingRules } from "@/lib/client/billing-rule-mutations";
import type { BillingRuleBody } from "@/lib/contracts/billing-rules";
import { readRuleForm, type RuleFormValues } from "./rule-form";
import { RULE_OUTCOME_WORDS, VERDICT_WORDS } from "./rule-words";

const OUTCOMES = [
  { value: "any", label: "Any but succeeded" },
  ...Object.entries(RULE_OUTCOME_WORDS).map(([value, label]) => ({ value, label })),
] as { value: RuleFormValues["outcome"]; label: string }[];

const VERDICTS = (Object.keys(VERDICT_WORDS) as BillingVerdict[]).map((value) => ({
  value,
  label: VERDICT_WORDS[value],
}));

export interface RuleDialogProps {
  title: string;
  initial: RuleFormValues;
  /** The whole list with the rule in its place. */
  toItems: (rule: Omit<BillingRuleBody, "id">) => BillingRuleBody[];
  onSaved: () => void;
  onClose: () => void;
}

/** Adds or changes one rule. What is wrong is said as it is typed; that a condition is missing only once it is saved. */
export function RuleDialog({ title, initial, toItems, onSaved, onClose }: RuleDialogProps) {
  const { slug } = useWorkspace();
  const replace = useReplaceBillingRules(slug);
  const [values, setValues] = useState(initial);
  const [isTried, setIsTried] = useState(false);
  const reading = readRuleForm(values);
  const errors = "errors" in reading ? reading.errors : {};

  const text = (
    name: Exclude<keyof RuleFormValues, "outcome" | "verdict">,
    field: { label: string; hint?: string; isOptional?: boolean },
  ) => (
    <Field
      label={field.label}
      hint={field.hint}
      isOptional={field.isOptional ?? false}
      error={isTried || values[name] !== "" ? errors[name] : undefined}
    >
      <Input
        value={values[name]}
        onChange={(event) => setValues({ ...values, [name]: event.target.value })}
        autoComplete="off"
        spellCheck={false}
        {...(name === "httpStatusFrom" && { inputMode: "numeric", placeholder: "Any" })}
        {...(name === "httpStatusTo" && {
          inputMode: "numeric",
          placeholder: values.httpStatusFrom === "" ? "Any" : "The same",
        })}
        {...(name === "sourceUrl" && { type: "url", placeholder: "https://" })}
      />
    </Field>
  );

  function submit() {
    setIsTried(true);
    if ("errors" in reading) return;
    replace.mutate(toItems(reading.body), { onSuccess: onSaved });
  }

  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title={title}
        description="Every condition that is filled in must hold for the rule to apply."
      >
        <form
          noValidate
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <div className="grid gap-4 sm:grid-cols-2">
            {text("provider", { label: "Provider", hint: "As your calls name it. Empty for every one." })}
            <Field label="Outcome">
              <Select
                value={values.outcome}
                onValueChange={(outcome) => setValues({ ...values, outcome })}
                options={OUTCOMES}
              />
            </Field>
            {text("httpStatusFrom", { label: "HTTP status" })}
            {text("httpStatusTo", { label: "Up to status", isOptional: true })}
          </div>
          {text("errorCode", {
            label: "Error code",
            hint: "End it with * for all that begin so. Empty for every one.",
          })}
          <div className="grid gap-1.5">
            <span className="text-sm font-medium">Such calls are</span>
            <SegmentedControl
              label="Such calls are"
              value={values.verdict}
              onValueChange={(verdict) => setValues({ ...values, verdict })}
              options={VERDICTS}
            />
          </div>
          <Field label="Note" isOptional error={errors.note}>
            <Textarea
              rows={2}
              value={values.note}
              placeholder="Who said so, and when"
              onChange={(event) => setValues({ ...values, note: event.target.value })}
            />
          </Field>
          {text("sourceUrl", { label: "Where it says so", isOptional: true })}
          <FormProblem message={replace.error ? messageOf(replace.error) : undefined} />
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" isPending={replace.isPending}>
              Save rule
            </Button>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
