import type { Page } from "@playwright/test";
import { expect, startOwnWorkspace, test } from "./fixtures";

/** As a program of the same site would; the answer must be a success. */
async function post(page: Page, path: string, body: unknown): Promise<void> {
  const status = await page.evaluate(
    async ([address, sent]) => {
      const response = await fetch(address, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: sent,
      });
      return response.status;
    },
    [path, JSON.stringify(body)] as const,
  );
  expect(status).toBeLessThan(300);
}

const MONTH = "October 2026";

test("calls of an unknown model get a price that was added later, but for those of a closed month", async ({
  page,
}) => {
  const workspace = await startOwnWorkspace(page);
  const call = { provider: "acme", model: "mystery-1", size: "1024x1024", quality: "high" };
  await post(page, `/api/v1/calls?workspace=${workspace}`, {
    calls: [
      { ...call, id: "september", occurredAt: "2026-09-10T10:00:00Z" },
      { ...call, id: "october", occurredAt: "2026-10-10T10:00:00Z", n: 2 },
    ],
  });
  await page.goto(`/w/${workspace}/reports/2026-09`);
  await page.getByRole("button", { name: "Close month" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close month" }).click();
  await expect(page.getByText(/Closed .+ by You/)).toBeVisible();

  await page.getByRole("link", { name: "2 calls unpriced" }).click();
  const group = page.getByRole("region", { name: /mystery-1/ });
  await expect(group).toContainText("1 in closed months, left as is");
  await group.getByRole("link", { name: "Add a price" }).click();
  await expect(page.getByRole("dialog").getByLabel("Model").first()).toHaveValue("mystery-1");
  await post(page, `/api/v1/rate-cards?workspace=${workspace}`, {
    provider: "acme",
    model: "mystery-1",
    name: "Acme",
    validFrom: "2026-09-01",
    checkedOn: "2026-10-31",
    prices: {
      scheme: "per_image",
      standard: [{ size: "1024x1024", quality: "high", price: "0.25" }],
      batch: null,
      multiplier: "1",
    },
  });

  await page.goto(`/w/${workspace}/usage/unpriced`);
  await group.getByRole("button", { name: "Price them" }).click();
  const table = page.getByRole("table", { name: "Differences by month and model" });
  await expect(table.getByRole("row", { name: MONTH })).toContainText("+$0.50");
  await expect(page.getByText("September 2026: 1 call untouched")).toBeVisible();
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("1 call changed. What each was before is kept.")).toBeVisible();
  await expect(page.getByRole("link", { name: "1 call unpriced" })).toBeVisible();

  await page.goto(`/w/${workspace}/reports/2026-10`);
  await expect(page.getByText("To the last digit")).toContainText("$0.50");
});
