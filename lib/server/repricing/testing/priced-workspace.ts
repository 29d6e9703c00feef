import type { CallInput } from "@/lib/contracts/calls";
import type { Actor } from "@/lib/server/access/actor";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { createTestWorkspace, createUser } from "@/lib/server/testing/api-client";
import { applyRepricing } from "../apply-repricing";
import { createRepricing } from "../create-repricing";
import { getRepricing } from "../get-repricing";
import { runRepricing } from "../run-repricing";

export const NOW = new Date("2026-11-23T12:00:00Z");
const clock = () => NOW;

/** A workspace in Berlin without a catalogue: everything that has a price has one that the test gave it. */
export async function createPricedWorkspace(): Promise<Actor> {
  const owner = await createUser();
  const workspace = await createTestWorkspace(owner);
  return { kind: "user", id: owner.id, name: owner.name, role: "owner", scopes: null, workspace };
}

/** A price for each picture of 1024x1024 in high quality, from a date on. */
export async function addPrice(
  { workspace }: Actor,
  {
    provider = "wisgate",
    model = "gpt-image-2",
    from,
    usd,
  }: Record<"from" | "usd", string> & {
    provider?: string;
    model?: string;
  },
): Promise<void> {
  await inWorkspace(workspace.id, (tx) =>
    tx.rateCard.create({
      data: {
        workspaceId: workspace.id,
        id: `rate_${model}_${from}`,
        provider,
        model,
        name: "Agreed",
        validFrom: from,
        sourceKind: "user_entered",
        checkedOn: "2026-11-01",
        prices: {
          scheme: "per_image",
          standard: [{ size: "1024x1024", quality: "high", price: usd }],
          batch: null,
          multiplier: "1",
        },
        createdById: "usr_test",
      },
    }),
  );
}

export function picture(id: string, occurredAt: string, more: Partial<CallInput> = {}): CallInput {
  return {
    id,
    occurredAt,
    provider: "wisgate",
    model: "gpt-image-2",
    size: "1024x1024",
    quality: "high",
    ...more,
  };
}

export async function logCalls({ workspace }: Actor, calls: CallInput[]): Promise<void> {
  const { counts } = await recordCalls(workspace, calls, NOW);
  if (counts.created !== calls.length) throw new Error(`Only ${counts.created} calls were new.`);
}

type Asked = Partial<Parameters<typeof createRepricing>[1]>;

/** A dry run of the whole autumn, to its end. */
export async function tryRepricing(actor: Actor, asked: Asked = {}) {
  const { id } = await createRepricing(actor, { from: "2026-09-01", to: "2026-11-30", ...asked }, NOW);
  await runRepricing(actor.workspace.id, id, clock);
  return getRepricing(actor.workspace, id);
}

/** The application of a dry run, to its end. */
export async function applyTried(actor: Actor, id: string) {
  await applyRepricing(actor, id, NOW);
  await runRepricing(actor.workspace.id, id, clock);
  return getRepricing(actor.workspace, id);
}

/** Every call and every daily sum to the last digit, as text. */
export function snapshot({ workspace }: Actor): Promise<string[]> {
  return inWorkspace(workspace.id, async (tx) => {
    const rows = await tx.$queryRaw<{ row: string }[]>`
      SELECT call::text AS row FROM call UNION ALL SELECT usage_daily::text FROM usage_daily ORDER BY 1`;
    return rows.map(({ row }) => row);
  });
}

/** What calls cost in nano-dollars by id; null where they have no price. */
export function costs({ workspace }: Actor): Promise<Record<string, bigint | null>> {
  return inWorkspace(workspace.id, async (tx) => {
    const calls = await tx.call.findMany({ select: { id: true, costNanoUsd: true } });
    return Object.fromEntries(calls.map(({ id, costNanoUsd }) => [id, costNanoUsd]));
  });
}
