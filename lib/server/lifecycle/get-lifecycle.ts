import "server-only";
import type { EndingModel, Lifecycle } from "@/lib/contracts/lifecycle";
import { stageSchema } from "@/lib/contracts/values";
import { buildPriceBook, type PriceBook, type RateCard } from "@/lib/pricing";
import { lastDayOfStage } from "@/lib/scenarios";
import { addDays, daysBetween, monthOf, monthsBetween } from "@/lib/time";
import { localDate } from "@/lib/time/zone";
import type { WorkspaceRow } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { loadRateCards } from "@/lib/server/prices/load-rate-cards";
import { readDrivers } from "@/lib/server/scenarios/read-drivers";
import { findShutdown } from "./find-shutdown";
import { listObservedMix, type MixRow } from "./observed-mix";
import { listSuccessors } from "./list-successors";

const DAYS_OF_TRAFFIC = 30;

/** Every model with an end that a scenario still to come or running, or a call of the last 30 days, is made with. */
export function getLifecycle(workspace: WorkspaceRow, now: Date): Promise<Lifecycle> {
  const today = localDate(now.getTime(), workspace.timeZone);
  const span = { from: addDays(today, 1 - DAYS_OF_TRAFFIC), to: today };
  return inWorkspace(
    workspace.id,
    async (tx) => {
      const cards = await loadRateCards(tx, workspace.id);
      const mix = await listObservedMix(tx, workspace.id, span);
      const scenarios = await listRunning(tx, workspace.id, today);
      const context = { cards, book: buildPriceBook(cards), mix, scenarios, span, today };
      const items = namesOf([...mix, ...scenarios]).flatMap((name) => describe(context, name) ?? []);
      return { today, timeZone: workspace.timeZone, items: items.sort(soonestFirst) };
    },
    { isolationLevel: "RepeatableRead" },
  );
}

interface ModelName {
  provider: string;
  model: string;
}

interface Context {
  cards: readonly RateCard[];
  book: PriceBook;
  mix: readonly MixRow[];
  scenarios: readonly RunningScenario[];
  span: { from: string; to: string };
  today: string;
}

function namesOf(uses: readonly ModelName[]): ModelName[] {
  return [
    ...new Map(uses.map(({ provider, model }) => [`${provider} ${model}`, { provider, model }])).values(),
  ];
}

function soonestFirst(a: EndingModel, b: EndingModel): number {
  return a.daysLeft - b.daysLeft || (a.provider + a.model < b.provider + b.model ? -1 : 1);
}

function describe(context: Context, name: ModelName): EndingModel | null {
  const { today, span } = context;
  const shutdown = findShutdown(context.book, context.cards, { ...name, on: today });
  if (shutdown === null) return null;
  const { shutdownOn, statedBy } = shutdown;
  const isOf = (use: ModelName) => use.provider === name.provider && use.model === name.model;
  const rows = context.mix.filter(isOf);
  const sum = (of: (row: MixRow) => bigint) => rows.reduce((total, row) => total + of(row), 0n);
  return {
    ...name,
    shutdownOn,
    daysLeft: daysBetween(today, shutdownOn),
    statedBy: { provider: statedBy.provider, name: statedBy.name, sourceUrl: statedBy.sourceUrl },
    scenarios: context.scenarios.filter(isOf).map(({ id, name: called, stage, workflow, from, to }) => ({
      id,
      name: called,
      stage,
      workflow,
      from,
      to,
      monthsBeyond: monthsBeyond(shutdownOn, from, to),
    })),
    traffic: {
      ...span,
      calls: Number(sum((row) => row.calls)),
      images: Number(sum((row) => row.imagesReturned)),
      costNanoUsd: sum((row) => row.costNanoUsd).toString(),
      unpricedCalls: Number(sum((row) => row.unpricedCalls)),
    },
    successors: listSuccessors(context.book, rows, { ...name, shutdownOn, today }),
  };
}

/** Calendar months with days of the scenario on which the model is gone. */
function monthsBeyond(shutdownOn: string, from: string, to: string): number {
  if (to < shutdownOn) return 0;
  return monthsBetween(monthOf(from > shutdownOn ? from : shutdownOn), monthOf(to)) + 1;
}

interface RunningScenario extends ModelName {
  id: string;
  name: string;
  stage: EndingModel["scenarios"][number]["stage"];
  workflow: { slug: string; name: string };
  from: string;
  to: string;
}

async function listRunning(tx: Transaction, workspaceId: string, today: string): Promise<RunningScenario[]> {
  const rows = await tx.scenario.findMany({
    where: { workspaceId, deletedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      stage: true,
      drivers: true,
      workflow: { select: { slug: true, name: true } },
    },
  });
  return rows.flatMap(({ id, name, stage, drivers, workflow }) => {
    const { provider, model, startsOn, lengthMonths } = readDrivers(drivers);
    const to = lastDayOfStage(startsOn, lengthMonths);
    if (to < today) return [];
    return { id, name, stage: stageSchema.parse(stage), workflow, provider, model, from: startsOn, to };
  });
}
