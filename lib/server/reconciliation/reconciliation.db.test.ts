import { beforeAll, expect, test } from "vitest";
import { recordCalls } from "@/lib/server/calls/record-calls";
import {
  createConnectedWorkspace,
  type ConnectedWorkspace,
} from "@/lib/server/connectors/testing/connected-workspace";
import { useFakeSource } from "@/lib/server/connectors/testing/fake-source";
import { updateConnector } from "@/lib/server/connectors/update-connector";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { exportReconciliation } from "./export-reconciliation";
import { getReconciliation } from "./get-reconciliation";
import { setInvoice } from "./set-invoice";

const database = useTestDatabase();
const source = useFakeSource();

const second = (iso: string) => Date.parse(iso) / 1000;
const USD = 1_000_000_000n;
const range = { from: "2026-10-01", to: "2026-10-31", provider: "openai" };

/** A charged call of one image on a day in Berlin. */
const call = (id: string, occurredAt: string, more: Record<string, unknown> = {}) => ({
  id,
  occurredAt,
  model: "gpt-image-2",
  size: "1024x1024",
  quality: "high",
  chargedUsd: "0.2",
  ...more,
});

let workspace: ConnectedWorkspace;
let connectorId: string;

beforeAll(async () => {
  workspace = await createConnectedWorkspace(database, {
    timeZone: "Europe/Berlin",
    at: "2026-11-02T12:00:00Z",
  });
  const hour = (iso: string, images: number) => ({
    start_time: second(iso),
    end_time: second(iso) + 3600,
    results: [{ images, num_model_requests: images, model: "gpt-image-2-2026-04-21" }],
  });
  const day = (date: string, costs: Record<string, number>) => ({
    start_time: second(`${date}T00:00:00Z`),
    end_time: second(`${date}T00:00:00Z`) + 86_400,
    results: Object.entries(costs).map(([line_item, value]) => ({
      object: "organization.costs.result",
      amount: { value, currency: line_item === "euros" ? "eur" : "usd" },
      line_item,
      project_id: "proj_1",
    })),
  });
  source.answer(({ url }) => ({
    page: {
      data: url.pathname.endsWith("/usage/images")
        ? [hour("2026-10-10T12:00:00Z", 4), hour("2026-10-11T12:00:00Z", 3), hour("2026-10-11T22:00:00Z", 1)]
        : [
            day("2026-10-10", { "gpt-image-2, output": 0.8, "gpt-6-astra, input": 7 }),
            day("2026-10-11", { "gpt-image-2, output": 1, euros: 3 }),
          ],
      has_more: false,
      next_page: null,
    },
  }));
  const connector = await workspace.connect({
    kind: "openai",
    name: "OpenAI",
    baseUrl: source.url,
    secretKey: "sk-admin-1234",
    backfillFrom: "2026-10-01",
  });
  connectorId = connector.id;
  await workspace.run(connectorId);
  const answer = await recordCalls(
    workspace,
    [
      // Two of the four images of the 10th.
      call("a1", "2026-10-10T12:10:00Z"),
      call("a2", "2026-10-10T12:20:00Z"),
      // All three of the 11th, one without a price. The one at 22:00 in UTC is of the 12th in Berlin.
      call("b1", "2026-10-11T12:10:00Z"),
      call("b2", "2026-10-11T12:20:00Z"),
      call("b3", "2026-10-11T12:30:00Z", { chargedUsd: null, size: null, quality: null }),
      call("c1", "2026-10-11T22:10:00Z"),
      // Another provider's, which is none of this.
      call("d1", "2026-10-11T12:10:00Z", { provider: "wisgate" }),
    ],
    workspace.clock.at,
  );
  expect(answer.counts.created).toBe(7);
});

const usd = (amount: string | null | undefined) =>
  amount == null ? amount : Number(BigInt(amount)) / Number(USD);

test("what is billed is compared with what was logged, day by day, and the difference is taken apart", async () => {
  const { basis, days, total, models, keys, unmapped, otherCurrencies, reportedFrom, reportedTo } =
    await getReconciliation(workspace.actor.workspace, range);
  expect({ basis, reportedFrom, reportedTo, otherCurrencies }).toEqual({
    basis: "costs",
    reportedFrom: "2026-10-10",
    reportedTo: "2026-10-11",
    otherCurrencies: ["EUR"],
  });
  const seen = days.map(({ day, providerNanoUsd, loggedNanoUsd, providerImages, loggedImages, leakage }) => ({
    day,
    billed: usd(providerNanoUsd),
    logged: usd(loggedNanoUsd),
    images: [providerImages, loggedImages],
    leakage: Object.fromEntries(
      Object.entries(leakage ?? {}).flatMap(([name, part]) => (part === "0" ? [] : [[name, usd(part)]])),
    ),
  }));
  expect(seen).toEqual([
    // The image of 22:00 in UTC: a quarter of the dollar, of which 20 cents were logged.
    { day: "2026-10-12", billed: 0, logged: 0.2, images: [1, 1], leakage: { timeZone: -0.25, price: 0.05 } },
    // Three images for 75 cents: one has no price, and the others were logged at 20 cents in place of 25.
    {
      day: "2026-10-11",
      billed: 1,
      logged: 0.4,
      images: [3, 3],
      leakage: { timeZone: 0.25, unpriced: 0.25, price: 0.1 },
    },
    // Four images for 80 cents, of which two were logged.
    { day: "2026-10-10", billed: 0.8, logged: 0.4, images: [4, 2], leakage: { unlogged: 0.4 } },
  ]);
  expect(total).toMatchObject({
    providerNanoUsd: "1800000000",
    loggedNanoUsd: "1000000000",
    differenceNanoUsd: "800000000",
    unpricedCalls: 1,
  });
  expect(total.leakage).toEqual({
    timeZone: "0",
    unlogged: "400000000",
    notReported: "0",
    unpriced: "250000000",
    price: "150000000",
    unexplained: "0",
  });
  expect(models).toEqual([{ model: "gpt-image-2", ...total }]);
  expect(keys).toEqual([{ projectId: "proj_1", apiKeyId: null, amountNanoUsd: "1800000000" }]);
  expect(unmapped).toEqual([{ connectorId, lineItem: "gpt-6-astra, input", amountNanoUsd: "7000000000" }]);
});

test("a rule says what an unmapped line item is, from then on", async () => {
  const rules = [{ contains: "gpt-6-astra", model: null }];
  await updateConnector(workspace.actor, connectorId, { lineItemRules: rules }, workspace.clock.at);
  expect((await getReconciliation(workspace.actor.workspace, range)).unmapped).toEqual([]);
});

test("the file has a line for each day and model, and its parts sum to the difference", async () => {
  const response = await exportReconciliation(workspace.actor.workspace, range);
  const [head, ...lines] = (await response.text())
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));
  expect(head?.slice(0, 5)).toEqual(["date", "model", "provider_usd", "logged_usd", "difference_usd"]);
  expect(lines).toHaveLength(3);
  for (const cells of lines) {
    const [difference = 0, ...parts] = cells.slice(4, 11).map((cell) => Math.round(Number(cell) * 1e9));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(difference);
  }
});

test("where no costs are reported an invoice is compared with the month", async () => {
  const other = await createConnectedWorkspace(database, { at: "2026-11-02T12:00:00Z" });
  await recordCalls(other, [call("a1", "2026-10-10T12:10:00Z")], other.clock.at);
  const none = await getReconciliation(other.actor.workspace, range);
  expect(none).toMatchObject({
    basis: "none",
    total: { providerNanoUsd: null, leakage: null, loggedNanoUsd: "200000000" },
  });

  const invoice = { provider: "openai", month: "2026-10", note: "No. 7" };
  await setInvoice(other.actor, { ...invoice, amountUsd: "99" }, other.clock.at);
  await setInvoice(other.actor, { ...invoice, amountUsd: "0.5" }, other.clock.at);
  const found = await getReconciliation(other.actor.workspace, range);
  expect(found.invoices).toEqual([{ month: "2026-10", amountNanoUsd: "500000000", note: "No. 7" }]);
  expect(found).toMatchObject({
    basis: "invoices",
    total: {
      providerNanoUsd: "500000000",
      differenceNanoUsd: "300000000",
      leakage: { unexplained: "300000000" },
    },
  });
  // Half a month has no invoice.
  const half = await getReconciliation(other.actor.workspace, { ...range, from: "2026-10-02" });
  expect(half).toMatchObject({ basis: "none", invoices: [] });

  await setInvoice(other.actor, { ...invoice, amountUsd: null }, other.clock.at);
  expect((await getReconciliation(other.actor.workspace, range)).invoices).toEqual([]);
});

test("calls that came again are counted as refused", async () => {
  await recordCalls(workspace, [call("a1", "2026-10-10T12:10:00Z", { chargedUsd: "9" })], workspace.clock.at);
  const november = { ...range, from: "2026-11-01", to: "2026-11-30" };
  expect((await getReconciliation(workspace.actor.workspace, november)).refused).toEqual({
    conflicts: 1,
    known: 0,
  });
});
