import { expect, test } from "vitest";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { createConnectedWorkspace } from "./testing/connected-workspace";
import { useFakeSource } from "./testing/fake-source";
import { organization } from "./testing/openai-organization";

const database = useTestDatabase();
const source = useFakeSource();

const second = (iso: string) => Date.parse(iso) / 1000;

async function reported(workspaceId: string) {
  const rows = await inWorkspace(workspaceId, (tx) =>
    tx.providerUsage.findMany({ orderBy: [{ bucketStart: "asc" }, { series: "asc" }, { lineItem: "asc" }] }),
  );
  return rows.map(({ series, bucketStart, model, lineItem, images, amountNanoUsd }) =>
    [
      bucketStart.toISOString().slice(0, 13),
      series,
      model ?? lineItem,
      series === "usage" ? images : amountNanoUsd,
    ].join(" "),
  );
}

test("buckets become a series of their own; read again, corrected and withdrawn ones are replaced and never doubled", async () => {
  const workspace = await createConnectedWorkspace(database);
  source.answer(organization({}));
  const { id } = await workspace.connect({
    kind: "openai",
    name: "OpenAI",
    baseUrl: source.url,
    secretKey: "sk-admin-1234",
    backfillFrom: "2026-11-18",
  });
  source.answer(
    organization({
      "2026-11-18": { images: 10, costs: { "gpt-image-2, output": 2.1, "gpt-6-astra, input_tokens": 0.06 } },
      "2026-11-19": { images: 20, costs: { "gpt-image-2, output": 4.2 } },
    }),
  );
  await workspace.run(id);
  expect(await reported(workspace.id)).toEqual([
    "2026-11-18T00 costs gpt-6-astra, input_tokens 60000000",
    "2026-11-18T00 costs gpt-image-2, output 2100000000",
    "2026-11-18T12 usage gpt-image-2 10",
    "2026-11-19T00 costs gpt-image-2, output 4200000000",
    "2026-11-19T12 usage gpt-image-2 20",
  ]);
  expect(await inWorkspace(workspace.id, (tx) => tx.call.count())).toBe(0);

  workspace.clock.at = new Date("2026-11-20T13:00:00Z");
  source.answer(
    organization({
      "2026-11-18": { images: 10, costs: { "gpt-image-2, output": 2.3 } },
      "2026-11-19": { images: 21, costs: { "gpt-image-2, output": 4.2 } },
      "2026-11-20": { images: 1, costs: {} },
    }),
  );
  await workspace.run(id);
  // The overlap of three days begins on the 17th.
  expect(source.calls[0]?.url.searchParams.get("start_time")).toBe(String(second("2026-11-17T00:00:00Z")));
  expect(await reported(workspace.id)).toEqual([
    "2026-11-18T00 costs gpt-image-2, output 2300000000",
    "2026-11-18T12 usage gpt-image-2 10",
    "2026-11-19T00 costs gpt-image-2, output 4200000000",
    "2026-11-19T12 usage gpt-image-2 21",
    "2026-11-20T12 usage gpt-image-2 1",
  ]);
});
