import "server-only";
import { randomInt, randomUUID } from "node:crypto";
import type { ScenarioVersion } from "@/lib/contracts/scenarios";
import { buildPriceBook } from "@/lib/pricing";
import { ENGINE_VERSION, projectScenario, type Projection } from "@/lib/scenarios";
import type { Actor } from "@/lib/server/access/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { RequestError } from "@/lib/server/http/request-error";
import { loadRateCards } from "@/lib/server/prices/load-rate-cards";
import { checkRevision } from "./check-revision";
import { findScenario, lockScenario } from "./find-scenario";
import { presentVersions, WITH_MONTHS } from "./present-versions";
import { readDrivers } from "./read-drivers";

const SEEDS = 2 ** 31 - 1;

/**
 * Freezes the scenario with its prices and result as its next version, and makes that the forecast of its workflow
 * and stage from now on.
 */
export function commitScenario(
  actor: Actor,
  scenarioId: string,
  revision: number,
  now: Date,
): Promise<ScenarioVersion> {
  const workspaceId = actor.workspace.id;
  return inWorkspace(workspaceId, async (tx) => {
    await lockScenario(tx, workspaceId, scenarioId);
    const scenario = await findScenario(tx, workspaceId, scenarioId);
    checkRevision(scenario, revision);

    const cards = await loadRateCards(tx, workspaceId);
    const drivers = readDrivers(scenario.drivers);
    const { months, total, rateCardIds } = requirePriced(projectScenario(drivers, buildPriceBook(cards)));

    const last = await tx.scenarioVersion.aggregate({
      where: { workspaceId, scenarioId },
      _max: { number: true },
    });
    const versionId = `ver_${randomUUID()}`;
    const { stage, name, workflowId } = scenario;
    const number = (last._max.number ?? 0) + 1;
    await tx.scenarioVersion.create({
      data: {
        workspaceId,
        id: versionId,
        scenarioId,
        number,
        name,
        stage,
        drivers,
        rateCards: cards.filter((card) => rateCardIds.includes(card.id)),
        engineVersion: ENGINE_VERSION,
        seed: randomInt(1, SEEDS),
        totalNanoUsd: total.totalNanoUsd,
        createdById: actor.id,
        createdAt: now,
      },
    });
    await tx.versionMonth.createMany({
      data: months.map((month) => ({
        workspaceId,
        id: `${versionId}:${month.month}`,
        versionId,
        month: month.month,
        requestsMicro: month.requestsMicro,
        imagesMicro: month.imagesMicro,
        baselineNanoUsd: month.baselineNanoUsd,
        reworkNanoUsd: month.reworkNanoUsd,
        growthNanoUsd: month.growthNanoUsd,
        totalNanoUsd: month.totalNanoUsd,
      })),
    });
    await tx.forecastCommitment.create({
      data: {
        workspaceId,
        id: `com_${randomUUID()}`,
        workflowId,
        stage,
        versionId,
        committedById: actor.id,
        committedAt: now,
      },
    });

    const row = await tx.scenarioVersion.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId, id: versionId } },
      include: WITH_MONTHS,
    });
    const [version] = await presentVersions(tx, workspaceId, [row]);
    if (!version) throw new Error("One row makes one version");
    await recordAudit(tx, {
      actor,
      action: "forecast.committed",
      subject: `scenario:${scenarioId}`,
      detail: {
        workflow: scenario.workflow.slug,
        stage,
        name,
        versionId,
        number,
        totalNanoUsd: version.totalNanoUsd,
        rateCardIds,
      },
    });
    return version;
  });
}

function requirePriced(projection: Projection): Extract<Projection, { status: "priced" }> {
  if (projection.status === "priced") return projection;
  const problems = projection.problems.map(({ path, message }) => ({
    path: ["drivers", ...path].join("."),
    message,
  }));
  throw new RequestError(
    "not_priced",
    `What has no price cannot be a forecast. ${problems[0]?.message ?? ""}`.trimEnd(),
    problems,
  );
}
