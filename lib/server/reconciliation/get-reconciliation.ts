import "server-only";
import type { z } from "zod";
import type { Comparison, Reconciliation, reconciliationQuerySchema } from "@/lib/contracts/reconciliation";
import { addLeakage, findLeakage, type Leakage, type ReconciledDay, reconcile } from "@/lib/reconciliation";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { addDays, addMonths, firstDay, lastDay, monthOf } from "@/lib/time";
import { startOfDay } from "@/lib/time/zone";
import { countRefused } from "./count-refused";
import { loadLogged } from "./load-logged";
import { loadCostLines, loadUsage, type MappedCosts, mapCosts } from "./load-reported";

interface Invoice {
  month: string;
  amountNanoUsd: bigint;
  note: string | null;
}

type Query = z.output<typeof reconciliationQuerySchema>;

/**
 * What a provider reports beside what was logged. It reads the daily sums and the provider's own series, and no call:
 * days of the two are brought together by the hours of the provider's usage.
 */
export function getReconciliation(
  workspace: { id: string; timeZone: string },
  query: Query,
): Promise<Reconciliation> {
  const { id: workspaceId, timeZone } = workspace;
  const { provider, from, to } = query;
  const span = { workspaceId, provider, start: new Date(addDays(from, -1)), end: new Date(addDays(to, 2)) };
  return inWorkspace(
    workspaceId,
    async (tx) => {
      const lines = await loadCostLines(tx, span);
      const { images, unmapped } = await mapCosts(tx, workspaceId, lines);
      const usage = await loadUsage(tx, span);
      const logged = await loadLogged(tx, workspaceId, query);
      const invoices = await loadInvoices(tx, workspaceId, query);
      const isIn = ({ day }: { day: string }) => day >= from && day <= to;

      const isBilled = images.some(isIn);
      const days = reconcile({ from, to, timeZone, costs: isBilled ? images : [], usage, logged });
      const reportedDays = lines
        .filter(isIn)
        .map(({ day }) => day)
        .sort();
      const basis = isBilled ? "costs" : invoices.length > 0 ? "invoices" : "none";
      const total = compare(days);
      return {
        provider,
        from,
        to,
        timeZone,
        basis,
        reportedFrom: reportedDays[0] ?? null,
        reportedTo: reportedDays.at(-1) ?? null,
        total: basis === "invoices" ? withInvoices(total, days, invoices) : total,
        models: [...new Set(days.map(({ model }) => model))].sort().map((model) => ({
          model,
          ...compare(days.filter((row) => row.model === model)),
        })),
        days: days.map((row) => ({ day: row.day, model: row.model, ...compare([row]) })),
        invoices: invoices.map((invoice) => ({ ...invoice, amountNanoUsd: String(invoice.amountNanoUsd) })),
        keys: sumKeys(images.filter(isIn)),
        unmapped: sumUnmapped(unmapped.filter(isIn)),
        otherCurrencies: [
          ...new Set(
            lines
              .filter((line) => isIn(line) && line.amountNanoUsd === null)
              .flatMap(({ currency }) => currency ?? []),
          ),
        ].sort(),
        refused: await countRefused(tx, workspaceId, {
          start: new Date(startOfDay(from, timeZone)),
          end: new Date(startOfDay(addDays(to, 1), timeZone)),
        }),
      };
    },
    { isolationLevel: "RepeatableRead" },
  );
}

/** Of the months that lie in the range as a whole. */
async function loadInvoices(
  tx: Transaction,
  workspaceId: string,
  { provider, from, to }: Query,
): Promise<Invoice[]> {
  const first = from === firstDay(monthOf(from)) ? monthOf(from) : addMonths(monthOf(from), 1);
  const last = to === lastDay(monthOf(to)) ? monthOf(to) : addMonths(monthOf(to), -1);
  if (first > last) return [];
  const rows = await tx.providerUsage.findMany({
    where: {
      workspaceId,
      series: "invoice",
      provider,
      bucketStart: { gte: new Date(firstDay(first)), lte: new Date(firstDay(last)) },
    },
    orderBy: { bucketStart: "asc" },
  });
  return rows.map(({ bucketStart, amountNanoUsd, raw }) => ({
    month: bucketStart.toISOString().slice(0, 7),
    amountNanoUsd: amountNanoUsd ?? 0n,
    note: (raw as { note?: string | null }).note ?? null,
  }));
}

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number) =>
  rows.reduce((total, row) => total + of(row), 0);
const sumNano = <Row>(rows: readonly Row[], of: (row: Row) => bigint) =>
  rows.reduce((total, row) => total + of(row), 0n);

/** Days taken together. Every day is compared with an amount, or none is. */
function compare(rows: readonly ReconciledDay[]): Comparison {
  const isBilled = rows.some(({ providerNanoUsd }) => providerNanoUsd !== null);
  const isCounted = rows.some(({ providerImages }) => providerImages !== null);
  const provider = isBilled ? sumNano(rows, ({ providerNanoUsd }) => providerNanoUsd ?? 0n) : null;
  const logged = sumNano(rows, ({ costNanoUsd }) => costNanoUsd);
  return {
    providerNanoUsd: provider === null ? null : String(provider),
    loggedNanoUsd: String(logged),
    differenceNanoUsd: provider === null ? null : String(provider - logged),
    leakage: isBilled ? leakageAnswer(addLeakage(rows.flatMap(({ leakage }) => leakage ?? []))) : null,
    providerImages: isCounted ? sum(rows, ({ providerImages }) => providerImages ?? 0) : null,
    loggedImages: sum(rows, ({ images }) => images),
    loggedCalls: sum(rows, ({ calls }) => calls),
    unpricedCalls: sum(rows, ({ unpricedCalls }) => unpricedCalls),
    unboundedCalls: sum(rows, ({ unboundedCalls }) => unboundedCalls),
    boundLowNanoUsd: String(sumNano(rows, ({ boundLowNanoUsd }) => boundLowNanoUsd)),
    boundHighNanoUsd: String(sumNano(rows, ({ boundHighNanoUsd }) => boundHighNanoUsd)),
  };
}

/** An invoice says neither day nor model, so only the sums of the months that have one are compared. */
function withInvoices(
  total: Comparison,
  days: readonly ReconciledDay[],
  invoices: readonly Invoice[],
): Comparison {
  const months = new Set(invoices.map(({ month }) => month));
  const billed = days.filter(({ day }) => months.has(monthOf(day)));
  const counted = compare(billed);
  const amount = sumNano(invoices, ({ amountNanoUsd }) => amountNanoUsd);
  const logged = BigInt(counted.loggedNanoUsd);
  const leakage = findLeakage({
    providerNanoUsd: amount,
    providerShiftedNanoUsd: amount,
    providerImages: counted.providerImages,
    loggedNanoUsd: logged,
    loggedImages: counted.loggedImages,
    unpricedImages: sum(billed, ({ unpricedImages }) => unpricedImages),
    unpricedLowNanoUsd: BigInt(counted.boundLowNanoUsd),
  });
  return {
    ...counted,
    providerNanoUsd: String(amount),
    differenceNanoUsd: String(amount - logged),
    leakage: leakage === null ? total.leakage : leakageAnswer(leakage),
  };
}

function leakageAnswer(leakage: Leakage): NonNullable<Comparison["leakage"]> {
  return {
    timeZone: String(leakage.timeZone),
    unlogged: String(leakage.unlogged),
    notReported: String(leakage.notReported),
    unpriced: String(leakage.unpriced),
    price: String(leakage.price),
    unexplained: String(leakage.unexplained),
  };
}

function sumKeys(costs: MappedCosts["images"]): Reconciliation["keys"] {
  return sumBy(costs, ({ projectId, apiKeyId }) => [projectId, apiKeyId]).map(({ first, amountNanoUsd }) => ({
    projectId: first.projectId,
    apiKeyId: first.apiKeyId,
    amountNanoUsd,
  }));
}

function sumUnmapped(costs: MappedCosts["unmapped"]): Reconciliation["unmapped"] {
  return sumBy(costs, ({ connectorId, lineItem }) => [connectorId, lineItem]).map(
    ({ first, amountNanoUsd }) => ({
      connectorId: first.connectorId,
      lineItem: first.lineItem,
      amountNanoUsd,
    }),
  );
}

/** Sums of rows with the same key, the largest first. */
function sumBy<Row extends { amountNanoUsd: bigint }>(rows: readonly Row[], keyOf: (row: Row) => unknown) {
  const groups = new Map<string, { first: Row; amount: bigint }>();
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row));
    const group = groups.get(key);
    if (group) group.amount += row.amountNanoUsd;
    else groups.set(key, { first: row, amount: row.amountNanoUsd });
  }
  return [...groups.values()]
    .sort((a, b) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0))
    .map(({ first, amount }) => ({ first, amountNanoUsd: String(amount) }));
}
