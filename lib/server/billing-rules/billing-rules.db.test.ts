import { beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_BILLING_RULES } from "@/lib/calls";
import { type BillingRuleBody, billingRulesBodySchema } from "@/lib/contracts/billing-rules";
import { callListQuerySchema } from "@/lib/contracts/calls";
import type { Actor } from "@/lib/server/access/actor";
import { recordCalls } from "@/lib/server/calls/record-calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { withClient } from "@/lib/server/migrations/with-client";
import { syncCatalogue } from "@/lib/server/prices/sync-catalogue";
import { createTestWorkspace, createUser } from "@/lib/server/testing/api-client";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { listCalls } from "@/lib/server/usage/list-calls";
import { recountWorkspace } from "@/lib/server/usage/recount";
import { listBillingRules } from "./list-billing-rules";
import { loadBillingRules } from "./load-billing-rules";
import { replaceBillingRules } from "./replace-billing-rules";

const database = useTestDatabase();
const NOW = new Date("2026-11-23T12:00:00Z");

let actor: Actor;
beforeEach(async () => {
  await withClient(database.url, syncCatalogue);
  const owner = await createUser();
  const workspace = await createTestWorkspace(owner);
  actor = { kind: "user", id: owner.id, name: owner.name, role: "owner", scopes: null, workspace };
});

const replace = (items: BillingRuleBody[], revision?: string) =>
  replaceBillingRules(actor, billingRulesBodySchema.parse({ items, revision }));

const serverErrors: BillingRuleBody = {
  provider: "openai",
  httpStatusFrom: 500,
  httpStatusTo: 599,
  verdict: "billed",
};

let logged = 0;
async function logFailure(rest: Record<string, unknown> = {}) {
  const id = `call_${++logged}`;
  const call = {
    id,
    occurredAt: "2026-11-03T10:22:41Z",
    model: "gpt-image-2",
    size: "1024x1024",
    quality: "high",
  };
  await recordCalls(actor.workspace, [{ ...call, httpStatus: 500, ...rest }], NOW);
  const { items } = await listCalls(actor.workspace, callListQuerySchema.parse({}));
  const found = items.find((item) => item.id === id);
  return found && { billed: found.billed, cost: found.costNanoUsd, rule: found.billingRuleId };
}

// One square of high quality: 7,024 tokens at $30 per million.
const COST = "210720000";

describe("the list", () => {
  test("is empty at first, with the defaults behind it", async () => {
    const list = await listBillingRules(actor.workspace);
    expect(list.items).toEqual([]);
    expect(list.defaults).toEqual(DEFAULT_BILLING_RULES);
  });

  test("comes back in its order, and is tried before the defaults", async () => {
    const other: BillingRuleBody = { errorCode: "upstream_*", verdict: "unknown", note: "By mail" };
    const saved = await replace([serverErrors, other]);
    expect(saved.items.map(({ verdict }) => verdict)).toEqual(["billed", "unknown"]);
    expect(await listBillingRules(actor.workspace)).toEqual(saved);

    const turned = await replace(saved.items.toReversed(), saved.revision);
    expect(turned.items).toEqual(saved.items.toReversed());
    const { id } = actor.workspace;
    expect(await inWorkspace(id, (tx) => loadBillingRules(tx, id))).toEqual([
      ...turned.items,
      ...DEFAULT_BILLING_RULES,
    ]);
  });

  test("is refused when somebody changed it since it was read, and nothing changes", async () => {
    const { revision } = await listBillingRules(actor.workspace);
    const saved = await replace([serverErrors], revision);
    await expect(replace([], revision)).rejects.toMatchObject({ code: "conflict" });
    expect((await listBillingRules(actor.workspace)).items).toEqual(saved.items);
  });

  test("of another workspace is not touched", async () => {
    const elsewhere = await createTestWorkspace(await createUser());
    await replace([serverErrors]);
    expect((await listBillingRules(elsewhere)).items).toEqual([]);
    // Not by row-level security alone.
    const mixed = inWorkspace(actor.workspace.id, (tx) => loadBillingRules(tx, elsewhere.id));
    expect(await mixed).toEqual(DEFAULT_BILLING_RULES);
  });

  test("is noted in the audit log with what stood there before, unless nothing changed", async () => {
    const saved = await replace([serverErrors]);
    await replace(saved.items);
    await replace([]);
    const events = await inWorkspace(actor.workspace.id, (tx) =>
      tx.auditEvent.findMany({ where: { action: "billing_rules.replaced" }, orderBy: { sequence: "asc" } }),
    );
    const rule = { id: saved.items[0]?.id, ...serverErrors };
    expect(events.map(({ detail }) => detail)).toEqual([
      { before: [], after: [rule] },
      { before: [rule], after: [] },
    ]);
  });
});

describe("a rule", () => {
  test.each<[string, Record<string, unknown>, string]>([
    ["without a condition", { verdict: "billed" }, "provider"],
    ["of a status that is none", { verdict: "billed", httpStatusFrom: 99 }, "httpStatusFrom"],
    [
      "of statuses that end before they begin",
      { verdict: "billed", httpStatusFrom: 500, httpStatusTo: 499 },
      "httpStatusTo",
    ],
    ["of a star alone", { verdict: "billed", errorCode: "*" }, "errorCode"],
    ["of a star in the middle", { verdict: "billed", errorCode: "a*b" }, "errorCode"],
    ["of successes", { verdict: "billed", outcome: "succeeded" }, "outcome"],
    ["with another verdict", { verdict: "maybe", provider: "openai" }, "verdict"],
    [
      "with a source that is no address",
      { verdict: "billed", provider: "openai", sourceUrl: "javascript:1" },
      "sourceUrl",
    ],
  ])("%s is refused", (_, rule, path) => {
    const parsed = billingRulesBodySchema.safeParse({ items: [rule] });
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toEqual([`items.0.${path}`]);
  });

  test("stands in a list once, and of a hundred at most", () => {
    const id = "brl_00000000-0000-4000-8000-000000000001";
    const twice = billingRulesBodySchema.safeParse({
      items: [
        { ...serverErrors, id },
        { ...serverErrors, id },
      ],
    });
    expect(twice.error?.issues.map((issue) => issue.path.join("."))).toEqual(["items.1.id"]);
    const many = (count: number) =>
      billingRulesBodySchema.safeParse({ items: Array(count).fill(serverErrors) });
    expect(many(100).success).toBe(true);
    expect(many(101).success).toBe(false);
  });

  test("holds for the next call, and an edited or removed one as well", async () => {
    expect(await logFailure()).toEqual({ billed: null, cost: null, rule: "default_5xx" });
    const [first] = (await replace([serverErrors])).items;
    expect(await logFailure()).toEqual({ billed: true, cost: COST, rule: first?.id });
    const [second] = (await replace([{ ...serverErrors, id: first?.id, verdict: "not_billed" }])).items;
    expect(await logFailure()).toEqual({ billed: false, cost: "0", rule: second?.id });
    await replace([]);
    expect(await logFailure()).toEqual({ billed: null, cost: null, rule: "default_5xx" });
    expect((await recountWorkspace(actor.workspace.id)).differences).toEqual([]);
  });

  test("keeps its id with another note, source or place, and is another rule once it decides anything else", async () => {
    const saved = await replace([serverErrors, { errorCode: "upstream_*", verdict: "unknown" }]);
    const [first, second] = saved.items;
    const ids = async (items: BillingRuleBody[]) => (await replace(items)).items.map(({ id }) => id);
    const noted = { ...serverErrors, id: first?.id, note: "By mail", sourceUrl: "https://example.com/mail" };
    expect(await ids([{ ...second!, note: "By phone" }, noted])).toEqual([second?.id, first?.id]);

    let rule: BillingRuleBody = noted;
    const changes: Partial<BillingRuleBody>[] = [
      { verdict: "not_billed" },
      { provider: null },
      { httpStatusFrom: 502 },
      { httpStatusTo: 504 },
      { errorCode: "upstream" },
      { outcome: "failed" },
    ];
    const seen = new Set([first?.id]);
    for (const change of changes) {
      rule = { ...rule, ...change };
      const [id] = await ids([rule]);
      expect(seen).not.toContain(id);
      seen.add(id);
      rule = { ...rule, id };
    }
    // One that is no longer in the list may have decided otherwise than the one that comes under its id.
    expect(await ids([{ ...rule, id: first?.id }])).not.toContain(first?.id);
  });

  test("that another server process wrote holds for the next call here", async () => {
    await logFailure();
    await inWorkspace(actor.workspace.id, (tx) =>
      tx.billingRule.create({
        data: {
          workspaceId: actor.workspace.id,
          id: "brl_x",
          position: 0,
          httpStatusFrom: 500,
          verdict: "not_billed",
        },
      }),
    );
    expect(await logFailure()).toEqual({ billed: false, cost: "0", rule: "brl_x" });
  });

  test("leaves calls alone of which something surer is known, and those of before", async () => {
    const before = await logFailure();
    await replace([{ httpStatusFrom: 100, verdict: "not_billed" }]);
    const usage = { input_tokens: 0, output_tokens: 7024 };
    expect(await logFailure({ usage })).toMatchObject({ billed: true, cost: COST, rule: null });
    expect(await logFailure({ chargedUsd: "0.5" })).toMatchObject({
      billed: true,
      cost: "500000000",
      rule: null,
    });
    expect(await logFailure({ billed: true })).toMatchObject({ billed: true, cost: COST, rule: null });
    expect(await logFailure({ httpStatus: 200 })).toMatchObject({ billed: true, cost: COST, rule: null });
    const { items } = await listCalls(
      actor.workspace,
      callListQuerySchema.parse({ unpricedReason: "billing_unknown" }),
    );
    expect(items).toHaveLength(1);
    expect(before?.billed).toBeNull();
  });
});
