import AxeBuilder from "@axe-core/playwright";
import { expect, openSampleWorkspace, test } from "./fixtures";

test("usage is cut by two dimensions, compared, and followed to the calls of a bar", async ({ page }) => {
  await openSampleWorkspace(page);
  await page.goto("/w/demo/usage?range=90-days&groupBy=model&thenBy=quality&interval=month&compare=previous");
  const table = page.getByRole("table", { name: "Sums by model and quality" });
  await expect(table.getByRole("columnheader", { name: "Difference" })).toBeVisible();
  await expect(table.getByRole("row", { name: /^high/ }).first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("radio", { name: "is not" }).click();
  await page.getByRole("checkbox", { name: "Landing page heroes" }).click();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/workflow=!landing-heroes/);
  await expect(page.getByText("not Landing page heroes")).toBeVisible();

  await page.getByRole("application").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/from=\d{4}-\d\d-01&to=/);
});

test("usage is grouped by a tag, followed to its calls, and filtered by another value", async ({ page }) => {
  await openSampleWorkspace(page);
  await page.goto("/w/demo/usage?range=90-days&interval=month");
  await page.getByRole("combobox", { name: "Group by" }).click();
  await page.getByRole("option", { name: "By tag team" }).click();
  const table = page.getByRole("table", { name: "Sums by tag team" });
  await table.getByRole("button", { name: "growth" }).click();
  await expect(page).toHaveURL(/groupBy=tag:team/);
  await expect(page).toHaveURL(/tag=team:growth/);
  await expect(table.getByRole("row")).toHaveCount(3);

  await page.getByRole("table", { name: "Calls" }).getByRole("row").nth(1).click();
  await expect(page.getByRole("dialog").getByText("Tag team")).toBeVisible();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("combobox", { name: "Filter by" }).click();
  await expect(page.getByRole("option", { name: "Tag channel" })).toBeDisabled();
  await page.getByRole("option", { name: "Tag team" }).click();
  await page.getByRole("radio", { name: "is not" }).click();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/tag=team:!growth/);
  await expect(table.getByRole("row", { name: /^growth/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Remove the filter Tag team: not growth" }).click();
  await expect(table.getByRole("row", { name: /^growth/ })).toBeVisible();
});

test("a tag is tracked no more and again, and its past is counted anew", async ({ page }) => {
  await openSampleWorkspace(page);
  await page.goto("/w/demo/settings/tags");
  const row = page.getByRole("table", { name: "Tags" }).getByRole("row", { name: /^channel/ });
  await row.getByRole("button", { name: "Stop tracking channel" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Stop tracking" }).click();
  await row.getByRole("button", { name: "Track channel" }).click();
  await expect(row.getByText("Tracked", { exact: true })).toBeVisible({ timeout: 60_000 });
  await page.goto("/w/demo/usage?range=12-months&groupBy=tag:channel");
  await expect(
    page.getByRole("table", { name: "Sums by tag channel" }).getByText("newsletter"),
  ).toBeVisible();
});

test("a view is saved, found again, deleted and brought back", async ({ page }) => {
  await openSampleWorkspace(page);
  await page.goto("/w/demo/usage?groupBy=model&measure=errorRate");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("button", { name: "Save this view" }).click();
  await page.getByLabel("Name").fill("Errors by model");
  await page.getByLabel("Share with the team").click();
  await page.getByRole("button", { name: "Save", exact: true }).click();

  await page.goto("/w/demo/usage");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("link", { name: "Errors by model" }).click();
  await expect(page).toHaveURL(/measure=errorRate/);
  const views = page.getByRole("button", { name: "Errors by model", exact: true });
  await views.click();
  await page.getByRole("button", { name: "Delete Errors by model" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(views).toBeVisible();
});
