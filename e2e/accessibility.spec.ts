import AxeBuilder from "@axe-core/playwright";
import { expect, openSampleWorkspace, test } from "./fixtures";

const SCREENS = [
  "overview",
  "scenarios",
  "usage",
  "usage/unpriced",
  "import",
  "reports",
  "reports/reconciliation",
  "prices",
  "prices/repricing",
  "settings",
  "settings/members",
  "settings/api-keys",
  "settings/billing-rules",
  "settings/connectors",
];

for (const colorScheme of ["light", "dark"] as const) {
  test(`every screen meets WCAG 2.2 AA, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await openSampleWorkspace(page);
    for (const screen of SCREENS) {
      await page.goto(`/w/demo/${screen}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("status", { name: /^Loading/ })).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        .analyze();
      const found = violations.map(
        ({ id, nodes }) => `${screen}: ${id} at ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
      );
      expect(found).toEqual([]);
    }
  });
}

test("no screen scrolls sideways on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSampleWorkspace(page);
  for (const screen of SCREENS) {
    await page.goto(`/w/demo/${screen}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, screen).toBeLessThanOrEqual(0);
  }
});
