import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Page } from "@playwright/test";
import { expect, startOwnWorkspace, test } from "./fixtures";

const LINES = 60_000;
const HEADER = "zeitpunkt,art,ergebnis,dauer_s,gruppe,anzahl,schritte";
/** Two lines whose time is none, and one that asks for less than nothing. */
const BAD = ["gestern,TXT,OK,3,A,1,30", "morgen,TXT,OK,3,A,1,30", "2026-11-02 10:00:00,TXT,OK,3,A,-4,30"];

/** A log in words that no preset knows. Each line is another call, a third of them in each quality. */
function foreignLog(lines: number): string {
  const good = Array.from({ length: lines }, (_, index) => {
    const at = new Date(Date.UTC(2026, 10, 1) + index * 7000).toISOString().slice(0, 19).replace("T", " ");
    const kind = index % 5 === 0 ? "BILD" : "TXT";
    const outcome = index % 10 === 0 ? "FEHLER" : "OK";
    return `${at},${kind},${outcome},${index % 60}.5,G${index % 7},1,${[20, 30, 40][index % 3]}`;
  });
  return `${[HEADER, BAD[0], ...good, ...BAD.slice(1)].join("\n")}\n`;
}

async function choose(page: Page, text: string, name: string): Promise<void> {
  await page.goto(page.url().replace(/\/import.*/, "/import"));
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.waitForURL(/\/import\/imp_/);
}

/** By the keyboard alone: the list is opened, searched and left with Enter. */
async function mapColumn(page: Page, field: string, column: string): Promise<void> {
  await page.getByRole("combobox", { name: `Column for ${field}`, exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type(column);
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
}

async function totals(page: Page, workspace: string): Promise<object> {
  const answer = await page.request.get(
    `/api/v1/usage/series?workspace=${workspace}&from=2026-10-01&to=2026-12-31`,
  );
  return ((await answer.json()) as { totals: object }).totals;
}

test("a log with columns of its own is mapped, paused, read, and taken back", async ({ page, baseURL }) => {
  const workspace = await startOwnWorkspace(page);
  await page.request.post(`/api/v1/calls?workspace=${workspace}`, {
    headers: { Origin: baseURL ?? "" },
    data: { calls: [{ id: "before", occurredAt: "2026-11-02T08:00:00Z", model: "gpt-image-2", n: 2 }] },
  });
  const before = await totals(page, workspace);

  await page.goto(`/w/${workspace}/import`);
  await choose(page, foreignLog(LINES), "protokoll.csv");
  await expect(page.getByText("Read by the names of its columns")).toBeVisible();
  await expect(page.getByRole("button", { name: "Import all lines" })).toBeDisabled();

  await mapColumn(page, "Time", "zeitpunkt");
  await page.getByRole("textbox", { name: "Assume: Model" }).fill("gpt-image-2");
  await page.getByRole("textbox", { name: "Assume: Size", exact: true }).fill("1024x1024");
  await mapColumn(page, "Images asked for", "anzahl");
  await mapColumn(page, "Took", "dauer_s");
  await page.getByRole("combobox", { name: "Unit of Took in the file" }).click();
  await page.getByRole("option", { name: "In seconds" }).click();

  await mapColumn(page, "Outcome", "ergebnis");
  const outcome = page.getByRole("listitem", { name: "Outcome" });
  await outcome.getByRole("button", { name: "Translate its values" }).click();
  await outcome.getByRole("radio", { name: "Replace values" }).click();
  await outcome.getByRole("combobox", { name: "FEHLER is" }).click();
  await page.getByRole("option", { name: "Failed" }).click();

  await mapColumn(page, "Quality", "schritte");
  const quality = page.getByRole("listitem", { name: "Quality", exact: true });
  await quality.getByRole("button", { name: "Translate its values" }).click();
  await quality.getByRole("radio", { name: "By number" }).click();
  await quality.getByRole("textbox", { name: "Below, step 1" }).fill("28");
  await page.keyboard.press("Tab");
  await quality.getByRole("button", { name: "Another step" }).click();
  await quality.getByRole("textbox", { name: "Below, step 2" }).fill("40");
  await page.keyboard.press("Tab");
  await quality.getByRole("combobox", { name: "Below 40 is" }).click();
  await page.getByRole("option", { name: "medium" }).click();
  await quality.getByRole("combobox", { name: "Any greater number is" }).click();
  await page.getByRole("option", { name: "high", exact: true }).click();

  await page.getByRole("combobox", { name: "Keep a column as a tag" }).click();
  await page.getByRole("option", { name: "gruppe" }).click();

  const preview = page.getByRole("table", { name: "The first lines as they will be read" });
  await expect(preview).toContainText("gestern");
  await expect(preview.getByRole("row").nth(2)).toContainText("gruppe G0");

  await page.getByRole("button", { name: "Save mapping" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Protokoll");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Protokoll is saved")).toBeVisible();

  await page.getByRole("button", { name: "Import all lines" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText(/^Paused with/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^Paused with/)).toBeVisible();
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("60,003 lines read, 60,000 new calls")).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download rejects" }).click(),
  ]);
  const rejects: Record<string, string>[] = parse(readFileSync(await download.path()), { columns: true });
  expect(rejects.map(({ zeitpunkt }) => zeitpunkt)).toEqual(["gestern", "morgen", "2026-11-02 10:00:00"]);

  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo the import" }).click();
  await expect(page.getByText("Undone: 60,000 calls removed")).toBeVisible();
  expect(await totals(page, workspace)).toEqual(before);

  await choose(page, foreignLog(20), "protokoll-2.csv");
  await expect(page.getByText("Read by your mapping Protokoll")).toBeVisible();
  await page.getByRole("button", { name: "Import all lines" }).click();
  await expect(page.getByText("23 lines read, 20 new calls")).toBeVisible();
});
