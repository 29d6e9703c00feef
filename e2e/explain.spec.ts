import AxeBuilder from "@axe-core/playwright";
import { expect, openSampleWorkspace, test } from "./fixtures";

test("an amount leads down to a single call, its price and its source, and back", async ({ page }) => {
  await openSampleWorkspace(page);
  const spent = page.locator("dd").getByRole("button", { expanded: false }).first();
  const shown = await spent.innerText();
  await spent.focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: "How this came about" });
  await expect(panel).toContainText("The sum of what each call cost");
  await expect(panel.locator("p").first()).toContainText(shown.replace(/\.\d+$/, ""));

  const parts = panel.getByRole("region", { name: "Parts" }).getByRole("listitem").getByRole("button");
  const wayDown = ["by price", "by day", "by call"];
  for (const formula of wayDown) {
    await expect(panel).toContainText(formula);
    await parts.first().click();
  }
  await expect(panel).toContainText(/Call \S+/);
  await expect(panel).toContainText("checked on");
  await expect(panel.getByRole("link", { name: /Source/ })).toHaveAttribute("href", /^https:/);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await panel.getByRole("button", { name: /^Back/ }).click();
  await expect(panel).toContainText("by call");
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(spent).toBeFocused();
});

test("a call has an address of its own", async ({ page }) => {
  await openSampleWorkspace(page);
  await page.goto("/w/demo/usage?range=all");
  await page
    .getByRole("table", { name: "Calls" })
    .getByRole("row")
    .nth(1)
    .getByRole("button")
    .first()
    .click();
  const sheet = page.getByRole("dialog", { name: "Call" });
  await expect(sheet.getByRole("button", { name: "Copy as text" })).toBeVisible();
  const id = new URL(page.url()).searchParams.get("call") ?? "";
  expect(id).not.toBe("");

  // In days that the list below does not show.
  await page.goto(`/w/demo/usage?from=2001-01-01&to=2001-01-02&call=${id}`);
  await expect(sheet.getByRole("button", { name: "Copy as text" })).toBeVisible();
  await expect(sheet).toContainText(id);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
});
