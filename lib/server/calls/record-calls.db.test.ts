import { beforeEach, describe, expect, it } from "vitest";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { createLoggingWorkspace } from "@/lib/server/testing/logging-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { getUsageTotals, sumUsageBy } from "@/lib/server/usage/usage-totals";
import { recountWorkspace } from "@/lib/server/usage/recount";
import { recordCalls } from "./record-calls";

const database = useTestDatabase();
const NOW = new Date("2026-11-23T12:00:00Z");

let workspace: { id: string; timeZone: string };
beforeEach(async () => {
  workspace = await createLoggingWorkspace(database, "Asia/Kathmandu");
});

const call = (id: string, rest: Record<string, unknown> = {}) => ({
  id,
  occurredAt: "2026-11-03T10:22:41.120Z",
  model: "gpt-image-2",
  size: "1024x1024",
  quality: "high",
  ...rest,
});

const totals = () => inWorkspace(workspace.id, (tx) => getUsageTotals(tx, workspace, {}));

describe("recordCalls", () => {
  it("prices, counts and sums up what it writes", async () => {
    const usage = {
      input_tokens: 26,
      input_tokens_details: { text_tokens: 26, image_tokens: 0 },
      output_tokens: 7024,
    };
    const answer = await recordCalls(
      workspace,
      [
        // 26 × $5 + 7,024 × $30, per million.
        call("observed", { usage }),
        // The formula: 7,024 tokens.
        call("formula"),
        call("charged", { chargedUsd: "0.25", purpose: "qa", imagesAccepted: 1 }),
        call("refused", { outcome: "failed", httpStatus: 429 }),
        call("lost", { outcome: "timed_out", n: 2 }),
        call("paid loss", { outcome: "failed", httpStatus: 500, usage }),
        call("odd", { model: "unheard-of" }),
      ].map((item) => ({ ...item, id: item.id.replace(" ", "_") })),
      NOW,
    );
    expect(answer.counts).toEqual({ created: 7, exists: 0, conflict: 0, invalid: 0 });
    expect(await totals()).toEqual({
      calls: 7,
      imagesRequested: 8,
      imagesDelivered: 4,
      imagesAccepted: 1,
      imagesJudged: 1,
      costNanoUsd: String(210_850_000n + 210_720_000n + 250_000_000n + 210_850_000n),
      paidLossNanoUsd: "210850000",
      reworkNanoUsd: "250000000",
      unpricedCalls: 2,
      unboundedCalls: 1,
      billingUnknownCalls: 1,
      boundLowNanoUsd: "0",
      boundHighNanoUsd: String(2n * 210_720_000n),
      costPerDeliveredImageNanoUsd: String(882_420_000n / 3n),
    });
    expect((await recountWorkspace(workspace.id)).differences).toEqual([]);
  });

  it("answers item by item, and one bad item spoils none", async () => {
    const answer = await recordCalls(
      workspace,
      [
        call("a"),
        { ...call("b"), n: -1, surprise: true },
        "text",
        { ...call("c"), occurredAt: "2026-13-01T00:00:00Z" },
        call("d", { occurredAt: "2026-11-25T12:00:00Z" }),
        call("e", { occurredAt: "2019-12-31T23:59:59Z" }),
        call("f", { n: 2, imagesReturned: 3 }),
        call("g", { tags: { note: "a\u0000b" } }),
        call("h", { errorCode: "\ud800" }),
        call("i", { size: { width: 1024 } }),
        call("j", { size: "1000x1000" }),
      ],
      NOW,
    );
    expect(
      answer.results.map(({ id, status, errors }) => [id, status, errors?.map(({ path }) => path)]),
    ).toEqual([
      ["a", "created", undefined],
      ["b", "invalid", ["n", "surprise"]],
      [null, "invalid", [""]],
      ["c", "invalid", ["occurredAt"]],
      ["d", "invalid", ["occurredAt"]],
      ["e", "invalid", ["occurredAt"]],
      ["f", "invalid", ["imagesReturned"]],
      ["g", "invalid", ["tags.note"]],
      ["h", "invalid", ["errorCode"]],
      ["i", "invalid", ["size"]],
      ["j", "created", undefined],
    ]);
    expect(answer.counts).toEqual({ created: 2, exists: 0, conflict: 0, invalid: 9 });
  });

  it("counts a repeated call once, however it is written down", async () => {
    await recordCalls(workspace, [call("a", { tags: { x: "1", y: "2" } })], NOW);
    const { occurredAt: _, ...rest } = call("a", { tags: { y: "2", x: "1" }, retryOf: null });
    const again = { ...rest, occurredAt: "2026-11-03T12:22:41.12+02:00" };
    const answer = await recordCalls(workspace, [again, again, call("b"), call("b")], NOW);
    expect(answer.results.map(({ status }) => status)).toEqual(["exists", "exists", "created", "exists"]);
    expect((await totals()).calls).toBe(2);
  });

  it("refuses another payload under a known id, keeps it once and notes it once", async () => {
    const first = await recordCalls(workspace, [call("a"), call("a", { n: 2 }), call("b")], NOW);
    expect(first.results.map(({ status }) => status)).toEqual(["created", "conflict", "created"]);
    const again = await recordCalls(workspace, [call("a", { n: 2 }), call("b", { n: 3 }), call("a")], NOW);
    expect(again.results.map(({ status }) => status)).toEqual(["conflict", "conflict", "exists"]);

    const { conflicts, events } = await inWorkspace(workspace.id, async (tx) => ({
      conflicts: await tx.callConflict.findMany({ orderBy: { callId: "asc" } }),
      events: await tx.auditEvent.findMany({ orderBy: { sequence: "asc" } }),
    }));
    expect(conflicts.map(({ callId, payload }) => [callId, payload])).toMatchObject([
      ["a", { n: 2 }],
      ["b", { n: 3 }],
    ]);
    expect(events.map(({ action, detail }) => [action, detail])).toEqual([
      ["call.conflict_refused", { count: 1, callIds: ["a"] }],
      ["call.conflict_refused", { count: 1, callIds: ["b"] }],
    ]);
    expect((await totals()).imagesRequested).toBe(2);
  });

  it("lets one of several different calls win that race for an id, and refuses the others", async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) =>
        recordCalls(workspace, [call("z"), call("raced", { n }), call("a")], NOW),
      ),
    );
    const statuses = answers.map(({ results }) => results.map(({ status }) => status));
    expect(statuses.map(([, raced]) => raced).sort()).toEqual([
      "conflict",
      "conflict",
      "conflict",
      "conflict",
      "conflict",
      "created",
    ]);
    expect(statuses.flatMap(([z, , a]) => [z, a]).filter((status) => status === "created")).toHaveLength(2);
    expect((await totals()).calls).toBe(3);
    expect((await recountWorkspace(workspace.id)).differences).toEqual([]);
    const conflicts = await inWorkspace(workspace.id, (tx) => tx.callConflict.count());
    expect(conflicts).toBe(5);
  });

  it("puts a call on its day in the workspace's zone and prices it on its day in UTC", async () => {
    // 18:15 UTC is midnight in Kathmandu, which is 5:45 ahead.
    const instants = ["2026-10-31T18:14:59.999Z", "2026-10-31T18:15:00.000Z"];
    await recordCalls(
      workspace,
      instants.map((occurredAt, index) => call(`c${index}`, { occurredAt })),
      NOW,
    );
    const months = await inWorkspace(workspace.id, (tx) => sumUsageBy(tx, workspace, { by: ["month"] }));
    expect(months.map(({ keys, sums }) => [keys.month, sums.calls])).toEqual([
      ["2026-10", 1],
      ["2026-11", 1],
    ]);
  });

  it("creates the workflows that calls name, once, and marks them as discovered", async () => {
    await inWorkspace(workspace.id, (tx) =>
      tx.workflow.create({ data: { workspaceId: workspace.id, id: "w1", slug: "known", name: "Known" } }),
    );
    const named = (id: string, workflow: string) => call(id, { workflow });
    await Promise.all(
      [0, 1, 2, 3].map((batch) =>
        recordCalls(
          workspace,
          [named(`x${batch}`, "zeta"), named(`y${batch}`, "alpha"), named(`z${batch}`, "known")],
          NOW,
        ),
      ),
    );
    const workflows = await inWorkspace(workspace.id, (tx) =>
      tx.workflow.findMany({ select: { slug: true, discovered: true }, orderBy: { slug: "asc" } }),
    );
    expect(workflows).toEqual([
      { slug: "alpha", discovered: true },
      { slug: "known", discovered: false },
      { slug: "zeta", discovered: true },
    ]);
  });

  it("prices with a rate card from the moment that it is entered", async () => {
    await recordCalls(workspace, [call("before", { provider: "wisgate" })], NOW);
    await inWorkspace(workspace.id, (tx) =>
      tx.rateCard.create({
        data: {
          workspaceId: workspace.id,
          id: "r1",
          provider: "wisgate",
          model: "gpt-image-2",
          name: "Agreed",
          validFrom: "2026-01-01",
          sourceKind: "user_entered",
          checkedOn: "2026-11-01",
          prices: { scheme: "per_call", price: "0.2", batchPrice: null, multiplier: "1" },
          createdById: "u1",
        },
      }),
    );
    await recordCalls(workspace, [call("after", { provider: "wisgate" })], NOW);
    expect(await totals()).toMatchObject({ costNanoUsd: "200000000", unpricedCalls: 1, unboundedCalls: 1 });
  });
});
