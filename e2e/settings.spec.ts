import { expect, openSampleWorkspace, startOwnWorkspace, test } from "./fixtures";

test("the budget is saved in the form it is typed, and undo brings the old one back", async ({ page }) => {
  const workspace = await startOwnWorkspace(page);
  await page.goto(`/w/${workspace}/settings`);
  const budget = page.getByRole("textbox", { name: "Budget" });
  await budget.fill("4.5k");
  await budget.press("Enter");
  await expect(page.getByText("Budget saved")).toBeVisible();
  await expect(budget).toHaveValue("4,500.00");

  await page.reload();
  await expect(budget).toHaveValue("4,500.00");
  await budget.fill("9000");
  await budget.press("Enter");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(budget).toHaveValue("4,500.00");
});

test("a new name and time zone show everywhere, after a warning that days are cut anew", async ({ page }) => {
  const workspace = await startOwnWorkspace(page);
  await page.goto(`/w/${workspace}/settings`);
  await page.getByLabel("Name").fill("Harbor");
  await page.getByLabel("Time zone").click();
  await page.getByRole("combobox", { name: "Search a city or zone" }).fill("kathmandu");
  await page.getByRole("option").first().click();
  await expect(page.getByText("Every logged call is sorted into days anew")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByText("Workspace saved")).toBeVisible();
  await expect(
    page.getByRole("button", { name: /Workspace: Harbor/ }).filter({ visible: true }),
  ).toBeVisible();
  await page.goto(`/w/${workspace}/overview`);
  await expect(page).toHaveTitle(/Harbor · Pixelcast$/);
  await expect(page.getByText(/Asia\/Kath?mandu/).first()).toBeVisible();
});

test("a member sees what the role allows, and a new role counts at once", async ({ page, browser }) => {
  const workspace = await startOwnWorkspace(page);
  await page.goto(`/w/${workspace}/settings/members`);
  await page.getByRole("button", { name: "Add member" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Ada Lovelace");
  await dialog.getByLabel("E-mail").fill("ada@settings.example");
  await dialog.getByLabel("First password").fill("a bridge over calm water");
  await dialog.getByRole("button", { name: "Add member" }).click();
  await expect(page.getByText("Ada Lovelace added")).toBeVisible();

  const other = await browser.newContext();
  const ada = await other.newPage();
  await ada.goto(`/w/${workspace}/settings`);
  await ada.getByLabel("E-mail").fill("ada@settings.example");
  await ada.getByRole("textbox", { name: "Password" }).fill("a bridge over calm water");
  await ada.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(ada.getByText("Owners, admins and finance change this.")).toBeVisible();
  await expect(ada.getByRole("textbox", { name: "Budget" })).not.toBeEditable();
  await expect(ada.getByRole("link", { name: "API keys" })).toHaveCount(0);

  await page.getByRole("combobox", { name: "Role of Ada Lovelace" }).click();
  await page.getByRole("option", { name: /^Finance/ }).click();
  await expect(page.getByText("Ada Lovelace is finance now")).toBeVisible();
  await ada.reload();
  await expect(ada.getByRole("textbox", { name: "Budget" })).toBeEditable();

  await page.getByRole("button", { name: "Remove Ada Lovelace" }).click();
  await expect(page.getByText("Ada Lovelace removed")).toBeVisible();
  await ada.reload();
  await expect(ada.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  await other.close();
});

test("a key is shown once, logs a call, and is refused after it was revoked", async ({ page, request }) => {
  const workspace = await startOwnWorkspace(page);
  await page.goto(`/w/${workspace}/settings/api-keys`);
  await page.getByRole("button", { name: "Create key" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Render service");
  await page.getByRole("dialog").getByRole("button", { name: "Create key" }).click();
  await expect(page.getByRole("heading", { name: "Copy the key now" })).toBeVisible();
  const key = (await page.getByText(/^pxc_live_\w{49}$/).textContent()) ?? "";
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Copy the key now" })).toBeVisible();
  await page.getByRole("button", { name: "I have copied it" }).click();
  await expect(page.getByText(key)).toHaveCount(0);

  const send = () =>
    request.post("/api/v1/calls", {
      headers: { Authorization: `Bearer ${key}` },
      data: { calls: [{ id: "first", occurredAt: new Date().toISOString(), model: "gpt-image-2" }] },
    });
  expect(await (await send()).json()).toMatchObject({ results: [{ id: "first", status: "created" }] });

  await page.getByRole("button", { name: "Revoke Render service" }).click();
  await page.getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByText("Revoked", { exact: true })).toBeVisible();
  expect(await (await send()).json()).toMatchObject({ code: "api_key_revoked" });
});

test("the sums of the pages are counted again from the calls", async ({ page }) => {
  await openSampleWorkspace(page);
  await page.goto("/w/demo/settings");
  await page.getByRole("button", { name: "Count again" }).click();
  await expect(page.getByText(/calls and .* daily sums, no difference/)).toBeVisible();
});

test("whoever sends a first call sees it arrive", async ({ page, baseURL }) => {
  const workspace = await startOwnWorkspace(page);
  await page.goto(`/w/${workspace}/settings/send-calls`);
  await expect(page.getByText("Waiting for a call…")).toBeVisible();
  await page.getByRole("radio", { name: "Python" }).click();
  await expect(page.getByText("client.images.generate")).toBeVisible();
  await page.request.post(`/api/v1/calls?workspace=${workspace}`, {
    headers: { Origin: baseURL ?? "" },
    data: { calls: [{ id: "first", occurredAt: new Date().toISOString(), model: "gpt-image-2" }] },
  });
  await expect(page.getByText("A call has arrived")).toBeVisible();
});
