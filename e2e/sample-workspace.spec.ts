import { expect, openSampleWorkspace, startOwnWorkspace, test } from "./fixtures";

test("one click opens the sample workspace, which says that it is one", async ({ page }) => {
  await openSampleWorkspace(page);
  await expect(page.getByText(/sample/i).first()).toBeVisible();
  await expect(page.getByText("Landing page heroes").first()).toBeVisible();
});

test("one more starts an empty workspace of one's own, which says what to do", async ({ page }) => {
  const slug = await startOwnWorkspace(page);
  expect(slug).not.toBe("demo");
  await expect(page.getByRole("link", { name: /scenario/i }).first()).toBeVisible();
});
