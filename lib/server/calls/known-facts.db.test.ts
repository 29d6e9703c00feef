import { beforeEach, describe, expect, it } from "vitest";
import { callListQuerySchema, type CallFilter } from "@/lib/contracts/calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { createLoggingWorkspace } from "@/lib/server/testing/logging-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { listCalls } from "@/lib/server/usage/list-calls";
import { recountWorkspace } from "@/lib/server/usage/recount";
import { getUsageTotals, sumUsageBy } from "@/lib/server/usage/usage-totals";
import { recordCalls } from "./record-calls";

// What a call costs must follow from everything that is known of it, and nothing that is unknown may count as free. The
// amounts are worked out by hand from OpenAI's price list: per million tokens $5 for text in, $8 for images in and $30
// for images out; a square of 1024 takes 196, 1,756 or 7,024 tokens at low, medium and high.

const database = useTestDatabase();
const NOW = new Date("2026-11-23T12:00:00Z");

let workspace: { id: string; timeZone: string };
beforeEach(async () => {
  workspace = await createLoggingWorkspace(database);
});

const call = (id: string, rest: Record<string, unknown>) => ({
  id,
  occurredAt: "2026-11-03T10:22:41.120Z",
  model: "gpt-image-2",
  ...rest,
});

async function logged(rest: Record<string, unknown>) {
  const { counts } = await recordCalls(workspace, [call("one", rest)], NOW);
  expect(counts.created).toBe(1);
  const { items } = await listCalls(workspace, callListQuerySchema.parse({}));
  const [item] = items;
  if (!item) throw new Error("The call is not in the list.");
  return item;
}

const totals = (filter: CallFilter = {}) =>
  inWorkspace(workspace.id, (tx) => getUsageTotals(tx, workspace, filter));

describe("usage", () => {
  const HIGH_SQUARE = String(26n * 5_000n + 7_024n * 30_000n);

  it.each([
    [
      "without output details",
      { input_tokens: 26, input_tokens_details: { text_tokens: 26, image_tokens: 0 }, output_tokens: 7024 },
    ],
    ["without any details", { input_tokens: 26, output_tokens: 7024, total_tokens: 7050 }],
    [
      "with the names of chats",
      { prompt_tokens: 26, completion_tokens: 7024, total_tokens: 7050, prompt_tokens_details: null },
    ],
    [
      "with details of chats that say nothing of images",
      {
        prompt_tokens: 26,
        prompt_tokens_details: { cached_tokens: 0, audio_tokens: null },
        completion_tokens: 7024,
        completion_tokens_details: { reasoning_tokens: 0, audio_tokens: 0 },
      },
    ],
  ])("%s is priced at the image rate", async (_, usage) => {
    const item = await logged({ size: "1024x1024", quality: "high", usage });
    expect(item).toMatchObject({
      costNanoUsd: HIGH_SQUARE,
      costBasis: "usage",
      imageOutputTokens: 7024,
      textOutputTokens: 0,
    });
  });

  it("of an edit takes input without details for images", async () => {
    const usage = { prompt_tokens: 1024, completion_tokens: 196 };
    const item = await logged({ operation: "edit", size: "1024x1024", quality: "low", usage });
    expect(item.costNanoUsd).toBe(String(1_024n * 8_000n + 196n * 30_000n));
  });
});

describe("a size or quality that was left to the model", () => {
  it.each([[{ size: "auto", quality: "auto" }], [{}]])("%j: is what the response says", async (asked) => {
    const item = await logged({ ...asked, returnedSize: "1024x1024", returnedQuality: "high" });
    expect(item).toMatchObject({
      size: "1024x1024",
      quality: "high",
      requestedSize: "size" in asked ? "auto" : null,
      requestedQuality: "quality" in asked ? "auto" : null,
      returnedSize: "1024x1024",
      returnedQuality: "high",
      pictureBasis: "returned",
      costBasis: "rate_card",
      costNanoUsd: String(7_024n * 30_000n),
    });
  });

  it.each([[{ size: "auto", quality: "auto" }], [{}]])("%j: is told by the tokens", async (asked) => {
    const usage = { input_tokens: 26, output_tokens: 1756 };
    expect(await logged({ ...asked, usage })).toMatchObject({
      size: "1024x1024",
      quality: "medium",
      returnedSize: null,
      pictureBasis: "tokens",
      costBasis: "usage",
      costNanoUsd: String(26n * 5_000n + 1_756n * 30_000n),
    });
  });

  it("stays open where the tokens fit landscape and portrait, and costs what they cost", async () => {
    const usage = { input_tokens: 26, output_tokens: 1372 };
    expect(await logged({ size: "auto", quality: "auto", usage })).toMatchObject({
      size: "auto",
      quality: "medium",
      pictureBasis: null,
      costNanoUsd: String(26n * 5_000n + 1_372n * 30_000n),
    });
  });

  it.each([[{ quality: "auto" }], [{}]])(
    "%j: is bounded where nothing tells, and never free",
    async (asked) => {
      expect(await logged({ size: "1024x1024", ...asked })).toMatchObject({
        costBasis: "unpriced",
        costNanoUsd: null,
        unpricedReason: "quality_unknown",
        boundLowNanoUsd: String(196n * 30_000n),
        boundHighNanoUsd: String(7_024n * 30_000n),
        pictureBasis: null,
      });
      expect(await totals()).toMatchObject({ costNanoUsd: "0", unpricedCalls: 1, unboundedCalls: 0 });
    },
  );

  it("is summed up under what it turned out to be, and a recount agrees", async () => {
    await recordCalls(
      workspace,
      [
        call("a", { size: "auto", quality: "auto", returnedSize: "1024x1024", returnedQuality: "low" }),
        call("b", { usage: { output_tokens: 196 } }),
        call("c", { size: "1024x1024", quality: "low" }),
        call("d", { size: "1536x1024", quality: "low", returnedSize: "1024x1024" }),
      ],
      NOW,
    );
    const groups = await inWorkspace(workspace.id, (tx) =>
      sumUsageBy(tx, workspace, { by: ["size", "quality"] }),
    );
    expect(groups.map(({ keys, sums }) => [keys.size, keys.quality, sums.calls, sums.costNanoUsd])).toEqual([
      ["1024x1024", "low", 4, 4n * 196n * 30_000n],
    ]);
    expect((await recountWorkspace(workspace.id)).differences).toEqual([]);
  });
});

describe("facts of a picture", () => {
  it("come back as they were sent", async () => {
    const facts = { outputFormat: "webp", inputImages: 2, partialImages: 3 };
    expect(await logged({ size: "1024x1024", quality: "low", ...facts })).toMatchObject(facts);
  });

  it("make another payload under the same id a conflict", async () => {
    await recordCalls(workspace, [call("one", { size: "1024x1024", quality: "low" })], NOW);
    const again = call("one", { size: "1024x1024", quality: "low", partialImages: 1 });
    expect((await recordCalls(workspace, [again], NOW)).counts.conflict).toBe(1);
  });

  it.each([
    ["outputFormat", "bmp"],
    ["inputImages", 101],
    ["inputImages", -1],
    ["partialImages", 11],
    ["returnedSize", "big"],
    ["returnedQuality", "best"],
  ])("that cannot be are refused: %s %s", async (field, value) => {
    const { results } = await recordCalls(workspace, [call("one", { [field]: value })], NOW);
    expect(results.map(({ status, errors }) => [status, errors?.[0]?.path])).toEqual([["invalid", field]]);
  });
});

describe("what has no price", () => {
  it("of an unknown model is unpriced without a bound, and not zero", async () => {
    expect(await logged({ model: "unheard-of", size: "1024x1024", quality: "high" })).toMatchObject({
      costBasis: "unpriced",
      costNanoUsd: null,
      unpricedReason: "unknown_model",
      boundLowNanoUsd: null,
      boundHighNanoUsd: null,
    });
    expect(await totals({ unpricedReason: "unknown_model" })).toMatchObject({
      unpricedCalls: 1,
      unboundedCalls: 1,
    });
    expect((await totals({ unpricedReason: "billing_unknown" })).calls).toBe(0);
  });

  it("of unknown billing is apart from what was billed and what was not", async () => {
    const picture = { size: "1024x1024", quality: "high" };
    await recordCalls(
      workspace,
      [
        call("billed_failure", { ...picture, outcome: "failed", httpStatus: 500, billed: true }),
        call("refused", { ...picture, httpStatus: 429 }),
        call("server_error", { ...picture, httpStatus: 503 }),
        call("lost", { ...picture, outcome: "timed_out" }),
        call("fine", picture),
      ],
      NOW,
    );
    const one = 7_024n * 30_000n;
    expect(await totals()).toMatchObject({
      calls: 5,
      costNanoUsd: String(2n * one),
      paidLossNanoUsd: String(one),
      unpricedCalls: 2,
      billingUnknownCalls: 2,
      boundLowNanoUsd: "0",
      boundHighNanoUsd: String(2n * one),
    });
    expect(await totals({ unpricedReason: "billing_unknown" })).toMatchObject({
      calls: 2,
      billingUnknownCalls: 2,
      boundHighNanoUsd: String(2n * one),
    });
    expect((await totals({ unpricedReason: "none" })).calls).toBe(3);

    const { items } = await listCalls(workspace, callListQuerySchema.parse({}));
    const decisions = items.map(({ id, billed, billedBasis, billingRuleId }) => [
      id,
      billed,
      billedBasis,
      billingRuleId,
    ]);
    expect(decisions.sort()).toEqual([
      ["billed_failure", true, "stated", null],
      ["fine", true, "succeeded", null],
      ["lost", null, "rule", "default_timeout"],
      ["refused", false, "rule", "default_429"],
      ["server_error", null, "rule", "default_5xx"],
    ]);
  });
});
