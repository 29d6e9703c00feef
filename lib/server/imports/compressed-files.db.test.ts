import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { decodeText } from "./decode-text";
import { expandGzip } from "./expand-gzip";
import { ImportFailure } from "./import-failure";
import { inspectImport } from "./inspect-import";
import { previewImport } from "./preview-import";
import { countsOf, createImporter, importFile, NOW, upload } from "./testing/import-file";

const database = useTestDatabase();

const LOG = "id,created_at,model,workflow\na,2026-11-03T10:00:00Z,m,Grüße\nb,2026-11-03T11:00:00Z,m,Grüße\n";

async function textOf(parts: Iterable<Uint8Array>): Promise<string> {
  let text = "";
  for await (const piece of decodeText(expandGzip(parts), "utf-8")) text += piece;
  return text;
}

describe("a file that is compressed with gzip", () => {
  it.each([
    ["CSV", LOG, "csv"],
    [
      "JSON lines",
      '{"id":"a","created_at":1793700000,"model":"m"}\n{"id":"b","created_at":1793700000,"model":"m"}',
      "jsonl",
    ],
  ])("is read like the %s inside", async (_, content, format) => {
    const actor = await createImporter(database);
    const result = await importFile(actor, gzipSync(content));
    expect(result).toMatchObject({ status: "done", compression: "gzip", format, encoding: "utf-8" });
    expect(countsOf(result)).toEqual([2, 2, 0, 0, 0, 0]);
    // The same lines, unpacked, are known.
    expect(countsOf(await importFile(actor, content))).toEqual([2, 0, 2, 0, 0, 0]);
  });

  it("is shown before it is read, as the import reads it", async () => {
    const actor = await createImporter(database);
    const id = await upload(actor, gzipSync(LOG), "log.csv.gz");
    const { proposed, raw } = await inspectImport(actor.workspace, id);
    expect(raw.map(({ workflow }) => workflow)).toEqual(["Grüße", "Grüße"]);
    const { rows } = await previewImport(actor.workspace, id, proposed, NOW);
    expect(rows.map(({ status }) => status)).toEqual(["call", "call"]);
  });

  it("is read across parts, and larger inside than what is shown of it", async () => {
    const actor = await createImporter(database);
    // Noise that hardly shrinks: more than one part of the upload, and more than four parts inside.
    const rows = Array.from({ length: 40_000 }, (_, index) => `r${index},2026-11-03,m,${noise(index)}`);
    const packed = gzipSync(`id,created_at,model,note\n${rows.join("\n")}\n`, { level: 1 });
    expect(packed.byteLength).toBeGreaterThan(4 * 1024 * 1024);
    const result = await importFile(actor, packed);
    expect(countsOf(result)).toEqual([40_000, 40_000, 0, 0, 0, 0]);
  });

  it("is refused where it is cut off or broken", async () => {
    const actor = await createImporter(database);
    const packed = gzipSync(LOG);
    const id = await upload(actor, packed.subarray(0, packed.byteLength - 12));
    await expect(inspectImport(actor.workspace, id)).rejects.toMatchObject({
      code: "invalid_request",
      detail: expect.stringContaining("broken or cut off") as unknown,
    });
    await expect(textOf([packed.subarray(0, 30)])).rejects.toBeInstanceOf(ImportFailure);
  });

  it("is refused where it expands like no log does", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, "a"), { level: 9 });
    await expect(textOf([bomb])).rejects.toThrow("expands to more than 100 times");
  });

  it("says what failed where its parts cannot be read", async () => {
    function* broken() {
      yield gzipSync(LOG).subarray(0, 20);
      throw new Error("Connection terminated");
    }
    await expect(textOf(broken())).rejects.toThrow("Connection terminated");
  });

  it("gives the same text however it is cut into parts", async () => {
    const packed = gzipSync(LOG.repeat(50));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: packed.byteLength })), async (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), packed.byteLength];
        const parts = edges.slice(1).map((edge, index) => packed.subarray(edges[index], edge));
        expect(await textOf(parts)).toBe(LOG.repeat(50));
      }),
      { numRuns: 30 },
    );
  });
});

/** Letters without a pattern, the same for the same number. */
function noise(seed: number): string {
  let state = seed + 1;
  let text = "";
  while (text.length < 200) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += state.toString(36);
  }
  return text;
}
