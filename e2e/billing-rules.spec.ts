import { expect, startOwnWorkspace, test } from "./fixtures";

test("a rule is checked as it is typed, decides at once, and comes back when its deletion is undone", async ({
  page,
}) => {
  const workspace = await startOwnWorkspace(page);
  await page.goto(`/w/${workspace}/settings/billing-rules`);
  const verdict = page.getByRole("status").filter({ hasText: "rule" });
  await expect(verdict).toHaveText("Unknownby the default rule “Failed calls at wisgate”");

  await page.getByRole("button", { name: "Add rule" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Save rule" }).click();
  await expect(dialog.getByRole("alert")).toHaveText(
    "Say for which calls: a provider, an outcome, a status or an error code",
  );
  await dialog.getByLabel("Provider").fill("wisgate");
  await dialog.getByLabel("HTTP status").fill("99");
  await expect(dialog.getByRole("alert")).toHaveText("At least 100");
  await dialog.getByLabel("HTTP status").fill("500");
  await dialog.getByRole("radio", { name: "Billed", exact: true }).click();
  await dialog.getByRole("button", { name: "Save rule" }).click();
  const sentence = "Calls that did not succeed at wisgate with status 500";
  await expect(verdict).toHaveText(`Billedby your rule “${sentence}”`);

  const own = page.getByRole("table", { name: "Your rules" });
  await page.getByRole("button", { name: "Override: Calls that timed out", exact: true }).click();
  await dialog.getByRole("button", { name: "Save rule" }).click();
  await expect(own.getByRole("rowheader")).toHaveText([/^Calls that timed out/, sentence]);
  await own.getByRole("button", { name: `Try earlier: ${sentence}` }).click();
  await expect(own.getByRole("rowheader")).toHaveText([sentence, /^Calls that timed out/]);

  await own.getByRole("button", { name: `Delete: ${sentence}` }).click();
  await expect(verdict).toContainText("by the default rule");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(own.getByRole("rowheader")).toHaveText([sentence, /^Calls that timed out/]);
  await page.reload();
  await expect(own.getByRole("rowheader")).toHaveText([sentence, /^Calls that timed out/]);
});
