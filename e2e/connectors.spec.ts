import type { Page } from "@playwright/test";
import {
  SourceServer,
  type SourceAnswer,
  type SourceCall,
} from "@/lib/server/connectors/testing/source-server";
import { pages, row } from "@/lib/server/connectors/testing/litellm-proxy";
import { organization } from "@/lib/server/connectors/testing/openai-organization";
import { expect, startOwnWorkspace, test } from "./fixtures";

const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const ROWS = [
  row("req-1", `${yesterday}T09:00:00Z`),
  row("req-2", `${yesterday}T10:00:00Z`),
  { ...row("chat-1", `${yesterday}T11:00:00Z`), call_type: "acompletion" },
  row("req-3", `${yesterday}T12:00:00Z`),
];
/** 100 text tokens at $5 and 1,000 image tokens at $30 per million, three times. */
const LOGGED_NANO_USD = String(3 * (500_000 + 30_000_000));

const source = new SourceServer();

/** One machine that is asked as a LiteLLM proxy by one path and as OpenAI by others. */
function answerAll(acceptedKey: string): (call: SourceCall) => SourceAnswer {
  const proxy = pages(ROWS);
  const openai = organization({ [yesterday]: { images: 5, costs: { "gpt-image-2, output": 1.25 } } });
  return (call) => {
    if (call.authorization !== `Bearer ${acceptedKey}` && call.url.pathname.startsWith("/spend")) {
      return { status: 401 };
    }
    return call.url.pathname.startsWith("/spend") ? proxy(call) : openai(onePage(call));
  };
}

/** Of the days that are asked for only the one that has anything in it, so that a month is not thirty pages. */
function onePage(call: SourceCall): SourceCall {
  const url = new URL(call.url);
  const first = Math.max(Number(url.searchParams.get("start_time")), Date.parse(yesterday) / 1000);
  url.searchParams.set("start_time", String(first));
  url.searchParams.set("end_time", String(first + 86_400));
  return { ...call, url };
}

test.beforeAll(() => source.open());
test.afterAll(() => source.close());

async function connect(page: Page, kind: RegExp, name: string, key: string): Promise<void> {
  await page.getByRole("button", { name: "Connect a source" }).click();
  const dialog = page.getByRole("dialog", { name: "Connect a source" });
  await dialog.getByRole("radio", { name: kind }).click();
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Address").fill(source.url);
  await dialog.getByRole("textbox", { name: "Key", exact: true }).fill(key);
  await dialog.getByRole("button", { name: "Try and connect" }).click();
}

async function logged(page: Page, workspace: string): Promise<{ calls: number; costNanoUsd: string }> {
  const answer = await page.request.get(
    `/api/v1/usage/series?workspace=${workspace}&from=${yesterday}&to=${yesterday}`,
  );
  const { totals } = (await answer.json()) as { totals: { calls: number; costNanoUsd: string } };
  return { calls: totals.calls, costNanoUsd: totals.costNanoUsd };
}

test("a source is connected, read, reconciled, fails, is mended and deleted", async ({ page }) => {
  source.answer(answerAll("sk-litellm-0001"));
  const workspace = await startOwnWorkspace(page);
  await page.goto(`/w/${workspace}/settings/connectors`);
  await expect(page.getByText("Nothing connected yet")).toBeVisible();

  await connect(page, /^LiteLLM/, "Proxy", "sk-litellm-0001");
  await expect(page.getByText("Proxy accepted the key and is being read")).toBeVisible();
  const proxy = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Proxy" }) });
  await expect(proxy.getByRole("status")).toHaveText("Stable");
  await expect(proxy).toContainText("3 new calls, 1 not about images");
  await expect(proxy).toContainText("key …0001");
  await expect(page.getByText("No calls yet")).toHaveCount(0);
  const before = await logged(page, workspace);
  expect(before).toEqual({ calls: 3, costNanoUsd: LOGGED_NANO_USD });

  await connect(page, /^OpenAI/, "Organization", "sk-admin-0001");
  const openai = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: "Organization" }) });
  await expect(openai.getByRole("status")).toHaveText("Stable");
  await expect(openai).toContainText("reported rows");

  await page.goto(`/w/${workspace}/usage?from=${yesterday}&to=${yesterday}`);
  await expect(page.getByRole("cell", { name: "gpt-image-2" }).first()).toBeVisible();
  await page.goto(`/w/${workspace}/reports/reconciliation?month=${yesterday.slice(0, 7)}`);
  await expect(page.getByText("$1.25").first()).toBeVisible();
  // What the provider reports is beside the calls, not among them.
  expect(await logged(page, workspace)).toEqual(before);

  source.answer(answerAll("sk-litellm-0002"));
  await page.goto(`/w/${workspace}/settings/connectors`);
  await page.getByRole("button", { name: "Read Proxy now" }).click();
  await expect(proxy.getByRole("status")).toHaveText("Failing");
  await expect(proxy).toContainText(/key.*Failing since/);

  await page.getByRole("button", { name: "More for Proxy" }).click();
  await page.getByRole("menuitem", { name: "Change name, schedule or key…" }).click();
  const change = page.getByRole("dialog", { name: "Change Proxy" });
  await change.getByLabel("New key").fill("sk-litellm-0002");
  await change.getByRole("button", { name: "Save" }).click();
  await expect(proxy.getByRole("status")).toHaveText("Stable");
  await expect(proxy).not.toContainText("Failing since");
  expect(await logged(page, workspace)).toEqual(before);

  await page.getByRole("button", { name: "More for Proxy" }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  await page.getByRole("button", { name: "Delete connector" }).click();
  await expect(page.getByText("Proxy deleted")).toBeVisible();
  await expect(proxy).toHaveCount(0);
  expect(await logged(page, workspace)).toEqual(before);
});
