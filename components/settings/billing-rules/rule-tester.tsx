"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { type BillingRule, decideBilling } from "@/lib/calls";
import type { BillingRuleList } from "@/lib/contracts/billing-rules";
import { SettingsSection } from "../settings-section";
import { VerdictBadge } from "./rule-table";
import { conditionSentence, RULE_OUTCOME_WORDS } from "./rule-words";

type Outcome = NonNullable<BillingRule["outcome"]>;

const OUTCOMES = (Object.keys(RULE_OUTCOME_WORDS) as Outcome[]).map((value) => ({
  value,
  label: RULE_OUTCOME_WORDS[value],
}));

/** Says at once what the rules make of a call that failed so, by the very function that decides on logged calls. */
export function RuleTester({ rules }: { rules: BillingRuleList }) {
  const [provider, setProvider] = useState("wisgate");
  const [outcome, setOutcome] = useState<Outcome>("failed");
  const [httpStatus, setHttpStatus] = useState<number | null>(500);
  const [errorCode, setErrorCode] = useState("");
  const call = {
    provider: provider.trim(),
    outcome,
    httpStatus,
    errorCode: errorCode.trim() || null,
    billed: null,
    usage: null,
    chargedNanoUsd: null,
  };
  const { billed, ruleId } = decideBilling(call, [...rules.items, ...rules.defaults]);
  const own = rules.items.find(({ id }) => id === ruleId);
  const rule = own ?? rules.defaults.find(({ id }) => id === ruleId);
  return (
    <SettingsSection
      title="Try a call"
      description="One without output tokens and without a charge: either would settle that it is billed."
    >
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Field label="Provider">
          <Input
            value={provider}
            onChange={(event) => setProvider(event.target.value)}
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
        <Field label="Outcome">
          <Select value={outcome} onValueChange={setOutcome} options={OUTCOMES} />
        </Field>
        <Field label="HTTP status" hint="Empty where none came.">
          <NumberField
            value={httpStatus}
            onValueChange={setHttpStatus}
            min={100}
            max={599}
            decimals={0}
            isClearable
          />
        </Field>
        <Field label="Error code">
          <Input
            value={errorCode}
            onChange={(event) => setErrorCode(event.target.value)}
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
      </div>
      <p role="status" className="flex flex-wrap items-baseline gap-x-2 gap-y-1 border-t border-hair pt-3">
        <VerdictBadge verdict={billed === null ? "unknown" : billed ? "billed" : "not_billed"} />
        <span>
          {rule
            ? `${own ? "by your rule" : "by the default rule"} “${conditionSentence(rule)}”`
            : "because no rule applies"}
        </span>
      </p>
    </SettingsSection>
  );
}
