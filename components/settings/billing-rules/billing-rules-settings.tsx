"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { notify } from "@/components/ui/toast";
import type { BillingRule } from "@/lib/calls";
import { messageOf } from "@/lib/client/api-error";
import { billingRulesQuery } from "@/lib/client/billing-rule-queries";
import type { BillingRuleBody, BillingRuleList } from "@/lib/contracts/billing-rules";
import { SettingsSection } from "../settings-section";
import { OwnRules } from "./own-rules";
import { EMPTY_RULE_FORM, type RuleFormValues, toRuleForm } from "./rule-form";
import { RuleTable } from "./rule-table";
import { RuleTester } from "./rule-tester";
import { conditionSentence } from "./rule-words";
import { UnknownBilling } from "./unknown-billing";

const RuleDialog = dynamic(() => import("./rule-dialog").then((module) => module.RuleDialog), { ssr: false });

export function BillingRulesSettings({ today }: { today: string }) {
  const { slug } = useWorkspace();
  const rules = useQuery(billingRulesQuery(slug));
  if (rules.data) return <Rules rules={rules.data} today={today} />;
  return (
    <Card>
      {rules.error ? (
        <ErrorState message={messageOf(rules.error)} onRetry={() => void rules.refetch()} />
      ) : (
        <Skeleton className="m-4 h-40" />
      )}
    </Card>
  );
}

interface OpenDialog {
  title: string;
  initial: RuleFormValues;
  /** Null for a new one, which stands first: it is the most particular thing that somebody knows. */
  editedId: string | null;
}

function Rules({ rules, today }: { rules: BillingRuleList; today: string }) {
  const { slug } = useWorkspace();
  const mayEdit = useAllows("editPrices");
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const override = (rule: BillingRule) =>
    setDialog({ title: "Override a default", initial: toRuleForm(rule), editedId: null });

  const toItems = (rule: Omit<BillingRuleBody, "id">): BillingRuleBody[] => {
    const id = dialog?.editedId ?? null;
    return id === null
      ? [rule, ...rules.items]
      : rules.items.map((item) => (item.id === id ? { id, ...rule } : item));
  };

  return (
    <div className="grid max-w-4xl grid-cols-1 gap-7">
      <p className="max-w-prose text-muted">
        A call that was charged, put out tokens or succeeded counts as billed. These rules decide on the
        others. They hold for calls logged from now on; earlier ones take them up when they are{" "}
        <Link
          href={`/w/${slug}/prices/repricing`}
          className="rounded-sm text-accent underline underline-offset-2"
        >
          priced anew
        </Link>
        .
      </p>
      <UnknownBilling today={today} />
      <OwnRules
        rules={rules.items}
        onAdd={() => setDialog({ title: "Add a rule", initial: EMPTY_RULE_FORM, editedId: null })}
        onEdit={(rule) => setDialog({ title: "Edit rule", initial: toRuleForm(rule), editedId: rule.id })}
      />
      <RuleTester rules={rules} />
      <SettingsSection
        title="Default rules"
        description="What providers and gateways are known to do. Where somebody looked and found nothing, it is unknown."
        isFlush
      >
        <RuleTable
          label="Default rules"
          rules={rules.defaults}
          actions={
            mayEdit
              ? (rule) => (
                  <Button
                    size="sm"
                    aria-label={`Override: ${conditionSentence(rule)}`}
                    onClick={() => override(rule)}
                  >
                    Override
                  </Button>
                )
              : null
          }
        />
      </SettingsSection>
      {dialog && (
        <RuleDialog
          title={dialog.title}
          initial={dialog.initial}
          toItems={toItems}
          onSaved={() => {
            setDialog(null);
            notify({ message: "Rule saved. It holds for calls logged from now on." });
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}
