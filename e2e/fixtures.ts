import { test as base, expect, type Page } from "@playwright/test";

/** A page on which an unexpected error in the console, or an exception, fails the test. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(String(error)));
    await use(page);
    expect(errors, "errors in the browser's console").toEqual([]);
  },
});

export { expect };

/** Enters the sample workspace as someone at this machine does: with one click. */
export async function openSampleWorkspace(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Open the sample workspace" }).click();
  await page.waitForURL("**/w/demo/overview**");
}

/** Starts an own, empty workspace from the sample one, and answers its slug. */
export async function startOwnWorkspace(page: Page): Promise<string> {
  await openSampleWorkspace(page);
  await page.getByRole("button", { name: "Start your own workspace" }).click();
  await page.waitForURL((url) => /^\/w\/(?!demo\/)[^/]+\/overview/.test(url.pathname));
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}
