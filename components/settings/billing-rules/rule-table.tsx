import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import type { BillingRule, BillingVerdict } from "@/lib/calls";
import { conditionSentence, VERDICT_WORDS } from "./rule-words";

const TONES = { billed: "accent", not_billed: "neutral", unknown: "outline" } as const;

export function VerdictBadge({ verdict }: { verdict: BillingVerdict }) {
  return <Badge tone={TONES[verdict]}>{VERDICT_WORDS[verdict]}</Badge>;
}

export interface RuleTableProps {
  label: string;
  rules: readonly BillingRule[];
  /** The buttons at the end of a row; null for those who may only read. */
  actions: ((rule: BillingRule, index: number) => ReactNode) | null;
}

/** Rules in the order in which they are tried. */
export function RuleTable({ label, rules, actions }: RuleTableProps) {
  return (
    <Table label={label}>
      <TableHead>
        <TableRow>
          <TableHeader>Calls</TableHeader>
          <TableHeader>Are</TableHeader>
          {actions && (
            <TableHeader>
              <span className="sr-only">Actions</span>
            </TableHeader>
          )}
        </TableRow>
      </TableHead>
      <TableBody>
        {rules.map((rule, index) => (
          <TableRow key={rule.id}>
            <TableRowHeader className="min-w-52 py-2 font-normal">
              {conditionSentence(rule)}
              <RuleSource rule={rule} />
            </TableRowHeader>
            <TableCell>
              <VerdictBadge verdict={rule.verdict} />
            </TableCell>
            {actions && <TableCell align="end">{actions(rule, index)}</TableCell>}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function RuleSource({ rule: { note, sourceUrl } }: { rule: BillingRule }) {
  if (note === null && sourceUrl === null) return null;
  return (
    <span className="block text-sm text-muted">
      {note}{" "}
      {sourceUrl !== null && (
        <a
          href={sourceUrl}
          target="_blank"
          rel="noreferrer"
          className="inline-flex items-center gap-0.5 rounded-sm text-accent underline underline-offset-2"
        >
          {new URL(sourceUrl).hostname}
          <ExternalLink aria-hidden className="size-3" />
          <span className="sr-only"> (opens in a new tab)</span>
        </a>
      )}
    </span>
  );
}
