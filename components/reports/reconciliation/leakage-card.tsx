"use client";

import Link from "next/link";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Amount } from "@/components/ui/amount";
import { Card } from "@/components/ui/card";
import {
  Table,
  TableBody,
  TableCell,
  TableFoot,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import { usageHref } from "@/lib/client/usage-href";
import type { Comparison, Reconciliation } from "@/lib/contracts/reconciliation";
import { formatDate } from "@/lib/time";
import { LEAKAGE_WORDS } from "./leakage-words";

/** The three amounts, and where their difference comes from: parts that sum to it exactly. */
export function LeakageCard({
  reconciliation,
  total,
}: {
  reconciliation: Reconciliation;
  total: Comparison;
}) {
  const { basis } = reconciliation;
  const billed =
    basis === "costs"
      ? "Billed by the provider"
      : basis === "invoices"
        ? "Invoice"
        : "Billed by the provider";
  return (
    <Card className="grid grid-cols-1 gap-4 overflow-hidden">
      <dl className="grid gap-x-6 gap-y-3 px-4 pt-4 sm:grid-cols-3">
        <Figure name={billed} nanoUsd={total.providerNanoUsd} images={total.providerImages} />
        <Figure name="Logged" nanoUsd={total.loggedNanoUsd} images={total.loggedImages} />
        <Figure name="Difference" nanoUsd={total.differenceNanoUsd} images={null} isSigned />
      </dl>
      {total.leakage === null ? (
        <p className="px-4 pb-4 text-muted">
          The provider states no amount for this month. Connect it, or enter the amount of its invoice.
        </p>
      ) : (
        <Table label="Where the difference comes from">
          <TableHead>
            <TableRow>
              <TableHeader>Where the difference comes from</TableHeader>
              <TableHeader align="end">Amount</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {LEAKAGE_WORDS.filter(
              ({ part }) => part !== "unexplained" || total.leakage?.unexplained !== "0",
            ).map(({ part, label, hint }) => (
              <TableRow key={part}>
                <TableRowHeader className="py-2">
                  <span className="grid">
                    {label}
                    <span className="text-sm font-normal text-muted">
                      {hint}
                      {part === "unpriced" && <Unpriced reconciliation={reconciliation} total={total} />}
                    </span>
                  </span>
                </TableRowHeader>
                <TableCell align="end">
                  <Amount nanoUsd={total.leakage?.[part] ?? null} as="signed" />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
          <TableFoot>
            <TableRow>
              <TableRowHeader>Difference</TableRowHeader>
              <TableCell align="end">
                <Amount nanoUsd={total.differenceNanoUsd} as="signed" />
              </TableCell>
            </TableRow>
          </TableFoot>
        </Table>
      )}
      <Notes reconciliation={reconciliation} />
    </Card>
  );
}

interface FigureProps {
  name: string;
  nanoUsd: string | null;
  images: number | null;
  isSigned?: boolean;
}

function Figure({ name, nanoUsd, images, isSigned = false }: FigureProps) {
  return (
    <div className="grid content-start gap-0.5">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="text-title tabular-nums">
        <Amount nanoUsd={nanoUsd} as={isSigned ? "signed" : "cents"} nullLabel="Not known" />
      </dd>
      {images !== null && (
        <dd className="text-sm text-muted">
          {images.toLocaleString("en-US")} {images === 1 ? "image" : "images"}
        </dd>
      )}
    </div>
  );
}

/** What the calls without a price can cost, as far as bounds are known, and the way to them. */
function Unpriced({ reconciliation, total }: { reconciliation: Reconciliation; total: Comparison }) {
  const { slug } = useWorkspace();
  const { from, to, provider } = reconciliation;
  if (total.unpricedCalls === 0) return null;
  const isBounded = total.unboundedCalls < total.unpricedCalls;
  return (
    <>
      {" "}
      <Link
        href={usageHref(slug, { from, to, provider, costBasis: "unpriced" })}
        className="text-accent underline underline-offset-2"
      >
        {total.unpricedCalls.toLocaleString("en-US")} {total.unpricedCalls === 1 ? "call" : "calls"}
      </Link>
      {isBounded && (
        <>
          , by their bounds <Amount nanoUsd={total.boundLowNanoUsd} /> to{" "}
          <Amount nanoUsd={total.boundHighNanoUsd} />
        </>
      )}
      .
    </>
  );
}

/** What stands beside the numbers: which days are reported, what was refused, what is left out. */
function Notes({ reconciliation }: { reconciliation: Reconciliation }) {
  const { reportedFrom, reportedTo, from, to, refused, otherCurrencies, basis, invoices } = reconciliation;
  const isPartly = reportedFrom !== null && reportedTo !== null && (reportedFrom > from || reportedTo < to);
  const notes = [
    isPartly &&
      `The provider states costs from ${formatDate(reportedFrom)} to ${formatDate(reportedTo)} in this month; what was logged on other days stands as not on the bill.`,
    basis === "costs" &&
      invoices.length > 0 &&
      "An invoice was entered too. The billed costs by day are compared, because they say more.",
    refused.conflicts + refused.known > 0 &&
      `${refused.known.toLocaleString("en-US")} calls came again and ${refused.conflicts.toLocaleString("en-US")} came under a known id with other content. They were not counted twice, so no part of the difference comes from them.`,
    otherCurrencies.length > 0 && `Amounts in ${otherCurrencies.join(", ")} are left out.`,
  ].filter((note) => note !== false);
  if (notes.length === 0) return null;
  return (
    <ul className="grid gap-1 px-4 pb-4 text-sm text-muted">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
