import { beforeAll, describe, expect, it } from "vitest";
import { parseUsd } from "@/lib/money";
import { WORKSPACE_FIELDS, type WorkspaceRow } from "@/lib/server/access/actor";
import { signInLocally } from "@/lib/server/auth/local-sign-in";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { withWorkspaceSlug } from "@/lib/server/db/with-workspace-slug";
import { getOverview } from "@/lib/server/overview/get-overview";
import { withClient } from "@/lib/server/migrations/with-client";
import { syncCatalogue } from "@/lib/server/prices/sync-catalogue";
import { listMonths } from "@/lib/server/reports/list-months";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { recountWorkspace } from "@/lib/server/usage/recount";
import { sumUsageBy } from "@/lib/server/usage/usage-totals";
import { seedSampleWorkspace } from "./index";

const database = useTestDatabase();
const now = new Date("2026-11-23T13:05:00Z");
const seed = () => seedSampleWorkspace({ databaseUrl: database.url, now });

let workspace: WorkspaceRow;

function findWorkspace(slug: string): Promise<WorkspaceRow | null> {
  return withWorkspaceSlug(slug, (tx) =>
    tx.workspace.findUnique({ where: { slug }, select: WORKSPACE_FIELDS }),
  );
}

async function countRows(): Promise<Record<string, number>> {
  return inWorkspace(workspace.id, async (tx) => ({
    calls: await tx.call.count(),
    days: await tx.usageDaily.count(),
    workflows: await tx.workflow.count(),
    scenarios: await tx.scenario.count(),
    versions: await tx.scenarioVersion.count(),
    commitments: await tx.forecastCommitment.count(),
    rateCards: await tx.rateCard.count(),
    members: await tx.membership.count(),
    events: await tx.auditEvent.count(),
  }));
}

/** A year of calls takes a while on a busy machine. */
const SEEDING_MS = 180_000;

beforeAll(async () => {
  await withClient(database.url, syncCatalogue);
  // What a seeding leaves behind that was killed half way.
  await inWorkspace("half", async (tx) => {
    await tx.workspace.create({
      data: { id: "half", slug: "demo-unfinished", name: "Half", timeZone: "UTC", isSample: true },
    });
    await tx.workflow.create({ data: { workspaceId: "half", id: "w", slug: "w", name: "W" } });
  });
  await seed();
  const found = await findWorkspace("demo");
  if (found === null) throw new Error("There is no sample workspace.");
  workspace = found;
}, SEEDING_MS);

describe("seedSampleWorkspace", () => {
  it("makes a workspace that is marked as a sample", () => {
    expect(workspace).toMatchObject({
      name: "Northlight Studio (sample)",
      timeZone: "Europe/Berlin",
      isSample: true,
    });
  });

  it("does nothing the second time", async () => {
    const before = await countRows();
    await seed();
    expect(await countRows()).toEqual(before);
  });

  it("removes what an interrupted seeding left behind", async () => {
    expect(await findWorkspace("demo-unfinished")).toBeNull();
    expect(await inWorkspace("half", (tx) => tx.workflow.count())).toBe(0);
  });

  it("is owned by whoever signs in at this machine, once", async () => {
    const user = await signInLocally();
    const members = await inWorkspace(workspace.id, (tx) => tx.membership.findMany());
    expect(members.map(({ userId, role }) => ({ userId, role }))).toEqual([
      { userId: user.id, role: "owner" },
    ]);
  });
});

describe("the sample", () => {
  it("has daily sums that a recount agrees with", async () => {
    const { calls, differences } = await recountWorkspace(workspace.id);
    expect(calls).toBeGreaterThan(20_000);
    expect(differences).toEqual([]);
  });

  it("has calls in every one of thirteen months, each with a forecast that most months nearly keep", async () => {
    const { items } = await listMonths(workspace, now);
    const logged = items.filter(({ actualNanoUsd }) => actualNanoUsd !== null);
    expect(logged).toHaveLength(13);
    const errors = logged.map(({ varianceBasisPoints }) => Math.abs(varianceBasisPoints ?? Infinity));
    expect(errors.every(Number.isFinite)).toBe(true);
    expect(errors.filter((error) => error <= 2000).length).toBeGreaterThanOrEqual(11);
  });

  it("has a month clearly over its forecast and its budget", async () => {
    const { items } = await listMonths(workspace, now);
    const budget = workspace.monthlyBudgetNanoUsd ?? 0n;
    const overspent = items.filter(
      ({ actualNanoUsd, varianceBasisPoints }) =>
        BigInt(actualNanoUsd ?? 0) > (budget * 11n) / 10n && (varianceBasisPoints ?? 0) > 3000,
    );
    expect(overspent.map(({ month }) => month)).toEqual(["2026-09"]);
  });

  it("grows from a few hundred dollars to some thousands a month", async () => {
    const { months, outlook } = await getOverview(workspace, { month: "2026-04" }, now);
    const december = months.find(({ month }) => month === "2025-12");
    expect(BigInt(december?.actualNanoUsd ?? 0)).toBeGreaterThan(parseUsd("200"));
    expect(BigInt(outlook.expectedNanoUsd ?? 0)).toBeLessThan(parseUsd("1000"));
    const current = await getOverview(workspace, {}, now);
    expect(BigInt(current.outlook.expectedNanoUsd ?? 0)).toBeGreaterThan(parseUsd("3000"));
  });

  it("has all three stages, of which the latest is only planned for the youngest workflow", async () => {
    const { stages } = await getOverview(workspace, {}, now);
    expect(
      stages.map(({ workflow, spans }) => [
        workflow.slug,
        ...spans.map(({ stage, committed }) => `${stage} ${committed}`),
      ]),
    ).toEqual([
      ["landing-heroes", "prototype true", "pilot true", "production true"],
      ["onboarding-avatars", "prototype true", "pilot true", "production false"],
      ["product-photos", "prototype true", "pilot true", "production true"],
    ]);
    const used = await inWorkspace(workspace.id, (tx) => sumUsageBy(tx, workspace, { by: ["stage"] }));
    expect(used.map(({ keys }) => keys.stage)).toEqual(["pilot", "production", "prototype"]);
  });

  it("has a few calls that nobody can price, and calls of every other basis", async () => {
    const bases = await inWorkspace(workspace.id, (tx) => sumUsageBy(tx, workspace, { by: ["costBasis"] }));
    const calls = new Map(bases.map(({ keys, sums }) => [keys.costBasis, sums.calls]));
    expect([...calls.keys()]).toEqual(["not_billed", "rate_card", "unpriced", "usage"]);
    expect(calls.get("unpriced")).toBeLessThan(200);
    const unpriced = await inWorkspace(workspace.id, (tx) =>
      tx.call.groupBy({ by: ["unpricedReason"], where: { costBasis: "unpriced" } }),
    );
    expect(unpriced.map(({ unpricedReason }) => unpricedReason).toSorted()).toEqual([
      "billing_unknown",
      "quality_unknown",
      "unknown_model",
    ]);
  });

  it("has pictures whose size was asked for, returned, told by tokens and never known", async () => {
    const bases = await inWorkspace(workspace.id, (tx) =>
      tx.call.groupBy({
        by: ["pictureBasis"],
        where: { outcome: "succeeded" },
        orderBy: { pictureBasis: "asc" },
        _count: { _all: true },
      }),
    );
    expect(bases.map(({ pictureBasis }) => pictureBasis)).toEqual(["returned", "stated", "tokens", null]);
    expect(bases.at(-1)?._count._all).toBeLessThan(100);
  });

  it("has failures of each verdict, and says what each goes by", async () => {
    const verdicts = await inWorkspace(workspace.id, (tx) =>
      tx.call.groupBy({ by: ["billed", "billedBasis"], where: { outcome: { not: "succeeded" } } }),
    );
    expect(verdicts.map(({ billed, billedBasis }) => `${billed} by ${billedBasis}`).toSorted()).toEqual([
      "false by rule",
      "null by rule",
      "true by rule",
      "true by tokens",
    ]);
  });

  it("has retries, QA, prompt tuning and images that were paid for and never came", async () => {
    const overview = await getOverview(workspace, {}, now);
    expect(BigInt(overview.totals.reworkNanoUsd)).toBeGreaterThan(0n);
    expect(BigInt(overview.totals.paidLossNanoUsd)).toBeGreaterThan(0n);
    const purposes = await inWorkspace(workspace.id, (tx) => sumUsageBy(tx, workspace, { by: ["purpose"] }));
    expect(purposes.map(({ keys }) => keys.purpose)).toEqual(["customer", "internal", "prompt_tuning", "qa"]);
    const orphans = await inWorkspace(
      workspace.id,
      (tx) => tx.$queryRaw`SELECT id FROM call AS retry WHERE retry_of IS NOT NULL
        AND NOT EXISTS (SELECT FROM call WHERE id = retry.retry_of AND occurred_at < retry.occurred_at)`,
    );
    expect(orphans).toEqual([]);
  });
});

describe("a sample workspace that was deleted", () => {
  it("stays deleted", async () => {
    await inWorkspace(workspace.id, (tx) => tx.workspace.delete({ where: { id: workspace.id } }), {
      timeoutMs: 60_000,
    });
    await seed();
    expect(await findWorkspace("demo")).toBeNull();
  });
});
