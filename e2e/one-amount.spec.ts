import { parse } from "csv-parse/sync";
import { localDate } from "@/lib/time/zone";
import { expect, startOwnWorkspace, test } from "./fixtures";

/** The request of a well-known article: one square of high quality, with a prompt of 26 billed tokens. */
const REQUEST = {
  provider: "openai",
  model: "gpt-image-2",
  operation: "generation",
  n: 1,
  size: "1024x1024",
  quality: "high",
  batch: false,
  promptTokens: 26,
  inputImages: [],
  partialImages: 0,
  requests: 1,
};
/** 7,024 output tokens at $30 and 26 input tokens at $5 per million. */
const COST = "0.210850000";

test("one request has one price: estimated, calculated, logged, explained and exported", async ({
  page,
  baseURL,
}) => {
  const now = new Date();
  const month = localDate(now.getTime(), "Europe/Berlin").slice(0, 7);

  const estimate = await page.request.post("/api/v1/estimates", {
    data: { ...REQUEST, at: now.toISOString().slice(0, 10) },
  });
  expect(await estimate.json()).toMatchObject({
    status: "priced",
    costUsd: COST,
    imageOutputTokens: 7024,
    range: null,
  });

  await page.goto("/calculator");
  await expect(page.getByRole("region", { name: "What it costs" })).toContainText("$0.21085");

  const slug = await startOwnWorkspace(page);
  const usage = {
    input_tokens: 26,
    input_tokens_details: { text_tokens: 26, image_tokens: 0 },
    output_tokens: 7024,
    total_tokens: 7050,
  };
  const { provider, model, n, size, quality } = REQUEST;
  const logged = await page.request.post(`/api/v1/calls?workspace=${slug}`, {
    headers: { Origin: baseURL ?? "" },
    data: {
      calls: [{ id: "article", occurredAt: now.toISOString(), provider, model, n, size, quality, usage }],
    },
  });
  expect(logged.status()).toBe(200);

  await page.goto(`/w/${slug}/overview`);
  await page.locator("dd").getByRole("button", { expanded: false }).first().click();
  const panel = page.getByRole("dialog", { name: "How this came about" });
  await expect(panel).toContainText("$0.21085");

  const explained = await page.request.get(
    `/api/v1/explanations?workspace=${slug}&subject=call&call=article`,
  );
  const { text } = (await explained.json()) as { text: string };
  expect(text).toContain("$0.21085");
  expect(text).toContain("$30.00");

  const report = await (
    await page.request.get(`/api/v1/reports/${month}/export.csv?workspace=${slug}`)
  ).text();
  const rows: string[][] = parse(report);
  const actual = rows[0]?.findIndex((name) => name.startsWith("actual")) ?? -1;
  expect(rows.at(-1)?.[actual]).toBe(COST);

  const calls = await (await page.request.get(`/api/v1/calls/export.csv?workspace=${slug}`)).text();
  expect(parse(calls, { columns: true })).toMatchObject([{ id: "article", cost_usd: COST }]);
});
