import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** The four figures at the top: what stands under a name. */
function figure(page: Page, name: string) {
  return page
    .getByRole("region", { name: "What it costs" })
    .locator("dl > div")
    .filter({ has: page.locator("dt").getByText(name, { exact: true }) });
}

/** The form takes no text before the page runs. */
async function openCalculator(page: Page, query = ""): Promise<void> {
  await page.goto(`/calculator${query}`);
  await expect(page.getByLabel("Calls a month", { exact: true })).toBeEditable();
}

test("the request of the article costs $0.21085 a call, without signing in", async ({ page }) => {
  await openCalculator(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What does an AI image cost?");
  await expect(figure(page, "Per call")).toContainText("$0.21085");
  await expect(figure(page, "Per month")).toContainText("$210.85");
  await expect(figure(page, "Image output tokens")).toContainText("7,024");
  const steps = page.getByRole("region", { name: "How it is computed" });
  await expect(steps).toContainText("7,024 image output tokens × $30.00 per million = $0.21072");
  await expect(steps).toContainText("26 text input tokens × $5.00 per million = $0.00013");
});

test("the right number is in the page before anything runs", async ({ request }) => {
  const html = await (await request.get("/calculator?quality=low&volume=100")).text();
  // 196 tokens at $30 and 26 at $5 per million.
  expect(html).toContain("$0.00601");
  expect(html).not.toContain('name="robots" content="noindex"');
});

test("every change stands in the address, which reopens the same total", async ({ page, context }) => {
  await openCalculator(page);
  await page.getByRole("radio", { name: "medium" }).click();
  await page.getByLabel("Images a call").fill("4");
  await page.getByLabel("Images a call").press("Enter");
  await page.getByRole("switch", { name: "Batch" }).click();
  await page.getByLabel("Calls a month", { exact: true }).fill("12k");
  await page.getByLabel("Calls a month", { exact: true }).press("Enter");
  // 4 × (1,756 tokens at $15 and 26 at $2.50 per million), 12,000 times.
  await expect(figure(page, "Per month")).toContainText("$1,267.44");
  await expect(page).toHaveURL(/quality=medium/);
  await expect(page).toHaveURL(/volume=12000/);
  await expect(page).toHaveURL(/on=\d{4}-\d\d-\d\d/);

  const again = await context.newPage();
  await again.goto(page.url());
  await expect(figure(again, "Per month")).toContainText("$1,267.44");
  await expect(again.getByRole("switch", { name: "Batch" })).toBeChecked();
  await again.close();
});

test("an illegal size is said, and the nearest legal one is one press away", async ({ page }) => {
  await openCalculator(page);
  await page.getByLabel("Size", { exact: true }).fill("1920 x 1080");
  await expect(page.getByText("Both edges must be multiples of 16; 1080 is not.").first()).toBeVisible();
  await expect(figure(page, "Per call")).not.toContainText("$");
  await page.getByRole("button", { name: /Use 1920×1088/ }).click();
  await expect(page.getByLabel("Size", { exact: true })).toHaveValue("1920x1088");
  await expect(figure(page, "Per call")).toContainText("$");
});

test("auto is a range, and never nothing", async ({ page }) => {
  await openCalculator(page, "?quality=auto&prompt=0");
  await expect(figure(page, "Per call")).toContainText("$0.0059");
  await expect(figure(page, "Per call")).toContainText("$0.21");
});

test("a price of the grid and a cheaper size can be chosen", async ({ page }) => {
  await openCalculator(page);
  await page.getByRole("button", { name: /^1536×1024, high:/ }).click();
  await expect(figure(page, "Per call")).toContainText("$0.16477");
  const cheaper = page.getByRole("region", { name: "Cheaper sizes with at least as many pixels" });
  await cheaper.getByRole("button", { name: /^Use/ }).first().click();
  await expect(figure(page, "Per call")).not.toContainText("$0.16477");
});

test("an offer with a fee has a break-even", async ({ page }) => {
  await openCalculator(page, "?prompt=0&compare=none");
  await page.getByRole("button", { name: "Add a model or offer" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "What" }).click();
  await page.getByRole("option", { name: "A price per image" }).click();
  await dialog.getByRole("button", { name: "Add to the comparison" }).click();
  await expect(dialog.getByText("A name of at most 60 characters")).toBeVisible();
  await dialog.getByLabel("Name").fill("Our gateway");
  await dialog.getByLabel("Price per image").fill("0.11072");
  await dialog.getByLabel("Monthly fee").fill("100");
  await dialog.getByRole("button", { name: "Add to the comparison" }).click();
  // Ten cents less than $0.21072 each: a thousand earn $100 back.
  await expect(
    page.getByText("Break-even: the same at 1,000, cheaper from 1,001 calls a month."),
  ).toBeVisible();
  await expect(page).toHaveURL(/compare=i(~|%7E)Our/);
});

test("another model is asked for what it makes", async ({ page }) => {
  await openCalculator(page, "?size=2048x1152");
  await page.getByLabel("Model", { exact: true }).click();
  await page.getByRole("option", { name: /^gpt-image-1\.5/ }).click();
  await expect(page.getByLabel("Size", { exact: true })).toHaveValue("1024x1024");
  // 4,160 tokens at $32 and 26 at $5 per million.
  await expect(figure(page, "Per call")).toContainText("$0.13325");
});

test("the sign-in page leads to it", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Open the calculator" }).click();
  await expect(page).toHaveURL(/\/calculator$/);
  await expect(figure(page, "Per call")).toContainText("$0.21085");
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 390]) {
    test(`meets WCAG 2.2 AA and does not scroll sideways, ${colorScheme}, ${width} wide`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const query of [
        "",
        "?size=1920x1080&references=2*800x600&quality=auto&compare=i~Gateway~0.15~500",
      ]) {
        await openCalculator(page, query);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
          .analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id} at ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
        );
        expect(found).toEqual([]);
      }
    });
  }
}
