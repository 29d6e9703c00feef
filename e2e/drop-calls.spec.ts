import { readFile } from "node:fs/promises";
import { expect, startOwnWorkspace, test } from "./fixtures";

const DAY_MS = 24 * 60 * 60 * 1000;

test("old calls are looked at, downloaded and dropped, and every total stays", async ({ page, baseURL }) => {
  const workspace = await startOwnWorkspace(page);
  const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();
  const call = { model: "gpt-image-2", size: "1024x1024", quality: "high" };
  const calls = [
    { ...call, id: "old-1", occurredAt: daysAgo(100) },
    { ...call, id: "old-2", occurredAt: daysAgo(98), n: 2 },
    { ...call, id: "new-1", occurredAt: daysAgo(3) },
  ];
  const log = async () => {
    const answer = await page.request.post(`/api/v1/calls?workspace=${workspace}`, {
      headers: { Origin: baseURL ?? "" },
      data: { calls },
    });
    return (await answer.json()) as { counts: unknown };
  };
  expect((await log()).counts).toMatchObject({ created: 3 });

  // Four pictures of 7,024 output tokens at $30 a million.
  const total = "$0.84";
  await page.goto(`/w/${workspace}/usage?range=all`);
  await expect(page.getByText(total).first()).toBeVisible();
  // A row for each call below the row of headings.
  const rows = page.getByRole("table", { name: "Calls", exact: true }).getByRole("row");
  await expect(rows).toHaveCount(4);

  await page.goto(`/w/${workspace}/settings`);
  const section = page.getByRole("region", { name: "Keep single calls" });
  await expect(section).toContainText("3 calls since");
  await section.getByRole("button", { name: "Drop old calls…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("No single call is as old as that.");
  const months = dialog.getByRole("textbox", { name: "Keep the single calls of the last" });
  await months.fill("2");
  await months.press("Enter");
  const goes = dialog.getByRole("region", { name: "What goes" });
  await expect(goes).toContainText("$0.63");

  const downloading = page.waitForEvent("download");
  await goes.getByRole("link", { name: "Download them as CSV" }).click();
  const lines = (await readFile(await (await downloading).path(), "utf8")).trim().split("\r\n");
  expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual(["old-2", "old-1"]);

  const drop = dialog.getByRole("button", { name: "Drop 2 calls" });
  await expect(drop).toBeDisabled();
  await dialog.getByRole("checkbox", { name: /^I have downloaded these calls/ }).check();
  await drop.click();
  await expect(section.getByText(/^2 calls of .+ dropped/)).toBeVisible();
  await expect(section).toContainText("1 call since");
  await page.getByRole("button", { name: "Count again" }).click();
  await expect(page.getByText(/1 calls and 1 daily sums since .+, no difference/)).toBeVisible();

  await page.goto(`/w/${workspace}/usage?range=all`);
  await expect(page.getByText(total).first()).toBeVisible();
  await expect(page.getByText(/the single calls were dropped. Their sums stay/)).toBeVisible();
  await expect(rows).toHaveCount(2);
  expect((await log()).counts).toMatchObject({ created: 0, exists: 1, invalid: 2 });
});
