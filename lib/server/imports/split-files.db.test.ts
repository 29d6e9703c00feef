import fc from "fast-check";
import { expect, it } from "vitest";
import { IMPORT_PART_BYTES } from "@/lib/contracts/imports";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { recountWorkspace } from "@/lib/server/usage/recount";
import { getUsageTotals } from "@/lib/server/usage/usage-totals";
import { createImport } from "./create-import";
import { getImport } from "./get-import";
import { inspectImport } from "./inspect-import";
import { runImport } from "./run-import";
import { startImport } from "./start-import";
import { countsOf, createImporter, importFile, NOW } from "./testing/import-file";
import { uploadPart } from "./upload-part";

const database = useTestDatabase();

const HEADER = "created_at,model,workflow,size,quality,note";
const QUALITIES = ["low", "medium", "high"];
/** Some repeat another line, and they lie on several days on both sides of midnight. */
const LINES = Array.from({ length: 24 }, (_, index) => {
  const kind = index % 20;
  const day = `2026-11-0${1 + (kind % 4)}T${kind % 2 ? "23" : "00"}:30:00Z`;
  return `${day},gpt-image-2,w${kind % 3},1024x1024,${QUALITIES[kind % 3]},${kind}`;
});
const file = (lines: readonly string[]) => `${[HEADER, ...lines].join("\n")}\n`;

async function stateOf(workspace: { id: string }) {
  expect((await recountWorkspace(workspace.id)).differences).toEqual([]);
  return inWorkspace(workspace.id, async (tx) => ({
    totals: await getUsageTotals(tx, workspace, {}),
    ids: (await tx.call.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id),
  }));
}

it("gives the same log however its lines are split into files, and in whatever order these come", async () => {
  const whole = await createImporter(database, "Asia/Kathmandu");
  expect(countsOf(await importFile(whole, file(LINES)))).toEqual([24, 20, 0, 4, 0, 0]);
  const expected = await stateOf(whole.workspace);

  const splits = fc.record({
    lines: fc.shuffledSubarray(LINES, { minLength: LINES.length, maxLength: LINES.length }),
    cut: fc.integer({ min: 0, max: LINES.length }),
    overlap: fc.integer({ min: 0, max: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(splits, async ({ lines, cut, overlap }) => {
      const actor = await createImporter(database, "Asia/Kathmandu");
      for (const part of [lines.slice(0, cut + overlap), lines.slice(cut)]) {
        if (part.length > 0) await importFile(actor, file(part));
      }
      expect(await stateOf(actor.workspace)).toEqual(expected);
    }),
    { numRuns: 6 },
  );
});

it("gives the same log in whatever order the parts of its file are uploaded, and however often", async () => {
  const actor = await createImporter(database, "Asia/Kathmandu");
  const padding = "x".repeat(900_000);
  const content = new TextEncoder().encode(file(LINES.slice(0, 12).map((line) => `${line}${padding}`)));
  const parts = Math.ceil(content.byteLength / IMPORT_PART_BYTES);
  expect(parts).toBe(3);
  const { id } = await createImport(actor, { fileName: "log.csv", fileBytes: content.byteLength }, NOW);
  for (const position of [2, 0, 2, 1, 0]) {
    const start = position * IMPORT_PART_BYTES;
    await uploadPart(
      actor.workspace,
      { importId: id, position },
      content.subarray(start, start + IMPORT_PART_BYTES),
    );
  }
  const { proposed } = await inspectImport(actor.workspace, id);
  await startImport(actor, id, proposed);
  await runImport(actor.workspace.id, id, () => NOW);
  expect(countsOf(await getImport(actor.workspace, id))).toEqual([12, 12, 0, 0, 0, 0]);
});
