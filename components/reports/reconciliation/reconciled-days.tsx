import { Amount } from "@/components/ui/amount";
import { Card } from "@/components/ui/card";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import type { Comparison, Reconciliation } from "@/lib/contracts/reconciliation";
import { formatDate } from "@/lib/time";
import { LEAKAGE_WORDS } from "./leakage-words";

/** By model, by day and model, and what the provider bills by its own keys. */
export function ReconciledDays({ reconciliation }: { reconciliation: Reconciliation }) {
  const { models, days, keys, basis } = reconciliation;
  const hasParts = basis === "costs";
  return (
    <>
      <Card className="overflow-hidden">
        <Comparisons
          label="By model"
          hasParts={hasParts}
          rows={models.map((row) => ({ key: row.model, name: row.model, row }))}
        />
      </Card>
      {keys.some(({ projectId, apiKeyId }) => projectId !== null || apiKeyId !== null) && (
        <Card className="overflow-hidden">
          <Table label="Billed by project and key">
            <TableHead>
              <TableRow>
                <TableHeader>Project of the provider</TableHeader>
                <TableHeader>Key</TableHeader>
                <TableHeader align="end">Billed</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {keys.map(({ projectId, apiKeyId, amountNanoUsd }) => (
                <TableRow key={`${projectId} ${apiKeyId}`}>
                  <TableRowHeader>{projectId ?? "None"}</TableRowHeader>
                  <TableCell>{apiKeyId ?? "None"}</TableCell>
                  <TableCell align="end">
                    <Amount nanoUsd={amountNanoUsd} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Card>
      )}
      <Card className="overflow-hidden">
        <Comparisons
          label="By day and model"
          hasParts={hasParts}
          rows={days.map((row) => ({
            key: `${row.day} ${row.model}`,
            name: `${formatDate(row.day)} · ${row.model}`,
            row,
          }))}
        />
      </Card>
    </>
  );
}

interface ComparisonsProps {
  label: string;
  /** Whether an amount is stated for each day, so that its difference can be taken apart. */
  hasParts: boolean;
  rows: readonly { key: string; name: string; row: Comparison }[];
}

function Comparisons({ label, hasParts, rows }: ComparisonsProps) {
  const parts = hasParts ? LEAKAGE_WORDS : [];
  return (
    <Table label={label}>
      <TableHead>
        <TableRow>
          <TableHeader>{label}</TableHeader>
          <TableHeader align="end">Billed</TableHeader>
          <TableHeader align="end">Logged</TableHeader>
          <TableHeader align="end">Difference</TableHeader>
          <TableHeader align="end">Images counted</TableHeader>
          <TableHeader align="end">Images logged</TableHeader>
          {parts.map(({ part, short }) => (
            <TableHeader key={part} align="end">
              {short}
            </TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ key, name, row }) => (
          <TableRow key={key}>
            <TableRowHeader className="whitespace-nowrap">{name}</TableRowHeader>
            <TableCell align="end">
              <Amount nanoUsd={row.providerNanoUsd} nullLabel="Not known" />
            </TableCell>
            <TableCell align="end">
              <Amount nanoUsd={row.loggedNanoUsd} />
            </TableCell>
            <TableCell align="end">
              <Amount nanoUsd={row.differenceNanoUsd} as="signed" nullLabel="Not known" />
            </TableCell>
            <TableCell align="end">{row.providerImages?.toLocaleString("en-US") ?? "—"}</TableCell>
            <TableCell align="end">{row.loggedImages.toLocaleString("en-US")}</TableCell>
            {parts.map(({ part }) => (
              <TableCell key={part} align="end" className="text-muted">
                <Amount nanoUsd={row.leakage?.[part] ?? null} as="signed" nullLabel="Not known" />
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
