import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Page } from "@playwright/test";
import { formatUsd, formatUsdExact, nanoUsd, parseUsd } from "@/lib/money";
import { formatDate, formatMonth } from "@/lib/time";
import { localDate } from "@/lib/time/zone";
import { expect, test } from "./fixtures";
import { logFile } from "./log-file";

const OWNER = { name: "Ada Lovelace", email: "ada@example.com", password: "engines weave algebra" };

/** A minute ago, so that it is in the running month, whatever day it is. */
const calledAt = new Date(Date.now() - 60_000);
const month = localDate(calledAt.getTime(), "Europe/Berlin").slice(0, 7);
const log = logFile(calledAt);

async function signIn(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(OWNER.email);
  await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/w/harbour-heroes/overview");
}

async function importLog(page: Page): Promise<void> {
  await page.goto("/w/harbour-heroes/import");
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "calls.csv", mimeType: "text/csv", buffer: Buffer.from(log.text) });
  await page.getByRole("button", { name: "Import all lines" }).click();
}

test.describe.serial("from a plan to a closed comparison", () => {
  test("the first run creates the owner and an empty workspace", async ({ page }) => {
    await page.goto("/setup");
    await page.getByLabel("Your name").fill(OWNER.name);
    await page.getByLabel("E-mail").fill(OWNER.email);
    await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
    await page.getByLabel("Workspace").fill("Harbour Heroes");
    await page.getByRole("button", { name: "Set up Pixelcast" }).click();
    await page.waitForURL("**/w/harbour-heroes/overview");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });

  test("three scenarios are made from the template and one is committed", async ({ page }) => {
    await signIn(page);
    await page.goto("/w/harbour-heroes/scenarios");
    await page.getByRole("button", { name: "Start from a template" }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Workflow").fill("Landing page heroes");
    await dialog.getByLabel("The prototype starts on").click();
    await page.getByRole("button", { name: formatDate(`${month}-01`), exact: true }).click();
    await dialog.getByRole("button", { name: "Create the three stages" }).click();
    await expect(page.getByRole("article")).toHaveCount(3);

    // 20 requests, 10 % of them made again, and 12 prompts tuned 5 times: 82 pictures at $0.21085.
    const prototype = page.getByRole("article").filter({ hasText: "Prototype" });
    await expect(prototype).toContainText("$17.29");
    await prototype.getByRole("link", { name: "Prototype" }).click();
    await page.getByRole("button", { name: "Commit as forecast" }).click();
    await page.getByRole("button", { name: "Commit version 1" }).click();
    await expect(page.getByText("Forecast v1")).toBeVisible();
  });

  test("a slider moves the projection, and undo brings it back", async ({ page }) => {
    await signIn(page);
    await page.goto("/w/harbour-heroes/scenarios");
    await page.getByRole("link", { name: "Prototype" }).click();
    const total = page.getByText("$17.29").filter({ visible: true });
    await expect(total.first()).toBeVisible();
    await page.getByRole("slider", { name: "Requests" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByText("Unsaved changes")).toBeVisible();
    await expect(total).toHaveCount(0);
    await page.getByRole("button", { name: "Undo (⌘Z)" }).click();
    await expect(total.first()).toBeVisible();
  });

  test("a log is imported once, however often it is sent", async ({ page }) => {
    await signIn(page);
    await importLog(page);
    await expect(page.getByText(`${log.lines} lines read, ${log.created} new calls`)).toBeVisible();
    await expect(page.getByRole("region", { name: "Rejected lines" })).toContainText("-3");

    await importLog(page);
    await expect(page.getByText(`${log.lines} lines read, 0 new calls`)).toBeVisible();
  });

  test("overview, report, file and API give one total", async ({ page }) => {
    await signIn(page);
    const actual = nanoUsd(log.actualNanoUsd);
    await expect(page.getByText(formatUsd(actual)).first()).toBeVisible();

    await page.goto(`/w/harbour-heroes/reports/${month}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(formatMonth(month));
    await expect(page.getByText(formatUsdExact(actual))).toBeVisible();
    await expect(page.getByText("$17.29 for the month")).toBeVisible();

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "CSV" }).click(),
    ]);
    const rows: Record<string, string>[] = parse(readFileSync(await download.path()), { columns: true });
    const total = rows.at(-1);
    const lines = rows.slice(0, -1);
    const sum = lines.reduce((amount, row) => amount + parseUsd(row.actual_usd ?? ""), 0n);
    expect(sum).toBe(log.actualNanoUsd);
    expect(parseUsd(total?.actual_usd ?? "")).toBe(log.actualNanoUsd);
    expect(total?.unpriced_calls).toBe("1");

    const answer = await page.request.get(`/api/v1/reports/${month}?workspace=harbour-heroes`);
    const report = (await answer.json()) as { total: { actualNanoUsd: string; unpricedCalls: number } };
    expect(report.total).toMatchObject({ actualNanoUsd: String(log.actualNanoUsd), unpricedCalls: 1 });
  });

  test("signing out ends the session everywhere", async ({ page }) => {
    await signIn(page);
    const cookies = await page.context().cookies();
    await page.getByRole("button", { name: /Ada Lovelace/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.waitForURL("**/sign-in**");
    await page.context().addCookies(cookies);
    const answer = await page.request.get("/api/v1/me");
    expect(answer.status()).toBe(401);
  });
});
