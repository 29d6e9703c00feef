"use client";

import { ArrowDown, ArrowUp, Pencil, Plus, Scale, Trash2 } from "lucide-react";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { notify, notifyError } from "@/components/ui/toast";
import type { BillingRule } from "@/lib/calls";
import { messageOf } from "@/lib/client/api-error";
import { useReplaceBillingRules } from "@/lib/client/billing-rule-mutations";
import { SettingsSection } from "../settings-section";
import { RuleTable } from "./rule-table";
import { conditionSentence } from "./rule-words";

export interface OwnRulesProps {
  rules: readonly BillingRule[];
  onAdd: () => void;
  onEdit: (rule: BillingRule) => void;
}

/** The workspace's own rules, which are tried first. Their order decides, so it can be changed. */
export function OwnRules({ rules, onAdd, onEdit }: OwnRulesProps) {
  const { slug } = useWorkspace();
  const mayEdit = useAllows("editPrices");
  const replace = useReplaceBillingRules(slug);

  const save = (items: readonly BillingRule[], onSuccess?: () => void) =>
    replace.mutate([...items], {
      onSuccess: () => onSuccess?.(),
      onError: (error) => notifyError("The rules were not changed", messageOf(error)),
    });

  const move = (index: number, by: 1 | -1) => {
    const items = rules.toSpliced(index, 1);
    save(items.toSpliced(index + by, 0, ...rules.slice(index, index + 1)));
  };

  const remove = (rule: BillingRule) =>
    save(
      rules.filter(({ id }) => id !== rule.id),
      () => notify({ message: "Rule deleted", onUndo: () => save(rules) }),
    );

  const add = (
    <Button variant="primary" onClick={onAdd}>
      <Plus aria-hidden /> Add rule
    </Button>
  );

  return (
    <SettingsSection
      title="Your rules"
      description={
        mayEdit
          ? "What your providers told you they do with calls that fail. The first that applies decides, before the defaults."
          : "What applies before the defaults. Owners, admins and finance change these."
      }
      isFlush
      actions={mayEdit && rules.length > 0 && add}
    >
      {rules.length === 0 ? (
        <EmptyState
          icon={Scale}
          title="No rules of your own"
          description="The defaults below decide. Add a rule when a provider tells you more than they know."
          action={mayEdit && add}
        />
      ) : (
        <RuleTable
          label="Your rules"
          rules={rules}
          actions={
            mayEdit
              ? (rule, index) => (
                  <RowActions
                    name={conditionSentence(rule)}
                    onUp={index > 0 ? () => move(index, -1) : null}
                    onDown={index < rules.length - 1 ? () => move(index, 1) : null}
                    onEdit={() => onEdit(rule)}
                    onDelete={() => remove(rule)}
                  />
                )
              : null
          }
        />
      )}
    </SettingsSection>
  );
}

interface RowActionsProps {
  name: string;
  /** Null at the end of the list. */
  onUp: (() => void) | null;
  onDown: (() => void) | null;
  onEdit: () => void;
  onDelete: () => void;
}

function RowActions({ name, onUp, onDown, onEdit, onDelete }: RowActionsProps) {
  return (
    <span className="inline-flex">
      <IconButton label={`Try earlier: ${name}`} disabled={onUp === null} onClick={() => onUp?.()}>
        <ArrowUp aria-hidden />
      </IconButton>
      <IconButton label={`Try later: ${name}`} disabled={onDown === null} onClick={() => onDown?.()}>
        <ArrowDown aria-hidden />
      </IconButton>
      <IconButton label={`Edit: ${name}`} onClick={onEdit}>
        <Pencil aria-hidden />
      </IconButton>
      <IconButton label={`Delete: ${name}`} onClick={onDelete}>
        <Trash2 aria-hidden />
      </IconButton>
    </span>
  );
}
