import { afterEach, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { getImport } from "./get-import";
import { stopWorkers } from "@/lib/server/background/start-worker";
import { startImportWorker } from "./import-worker";
import { createImporter, queue } from "./testing/import-file";

const database = useTestDatabase();
afterEach(stopWorkers);

it("reads whatever is queued, in any workspace, without being told", async () => {
  const importers = [
    await createImporter(database),
    await createImporter(database),
    await createImporter(database),
  ];
  const ids = await Promise.all(
    importers.map((importer) => queue(importer, "id,time,model\na,2026-11-03,gpt-image-2\n")),
  );
  startImportWorker();
  startImportWorker();
  const statuses = () =>
    Promise.all(
      importers.map(async ({ workspace }, index) => (await getImport(workspace, ids[index] ?? "")).status),
    );
  await vi.waitFor(async () => expect(await statuses()).toEqual(["done", "done", "done"]), {
    timeout: 30_000,
    interval: 200,
  });
});
