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
