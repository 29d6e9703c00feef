import { describe, expect, it } from "vitest";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { inspectImport } from "./inspect-import";
import { deleteSavedMapping, listSavedMappings, saveMapping } from "./saved-mappings";
import { countsOf, createImporter, importFile, NOW, upload } from "./testing/import-file";

const database = useTestDatabase();

const LOG = "when,engine,team\n2026-11-03 10:00:00,gpt-image-2,growth\n";
const rule = (column: string) => ({ column, translate: null, assumed: null });
const MAPPING = {
  timeZone: "Asia/Shanghai",
  fields: { occurredAt: rule("when"), model: rule("engine") },
  tags: { squad: "team" },
  repeats: "count_each" as const,
};
const COLUMNS = ["when", "engine", "team"];

describe("saved mappings", () => {
  it("are offered first for a file with the same columns, in whatever order", async () => {
    const actor = await createImporter(database);
    await saveMapping(actor, { name: "Studio log", columns: COLUMNS, mapping: MAPPING }, NOW);
    const id = await upload(actor, "team,when,engine\ngrowth,2026-11-03 10:00:00,gpt-image-2\n");
    const { offered, proposed, import: inspected } = await inspectImport(actor.workspace, id);
    expect(offered.map(({ kind, name }) => [kind, name])).toEqual([
      ["saved", "Studio log"],
      ["columns", "By the names of the columns"],
    ]);
    expect(proposed).toEqual(MAPPING);
    expect(inspected.recognisedAs).toBe("Studio log");
  });

  it("are offered last where they only fit, and not at all where they do not", async () => {
    const actor = await createImporter(database);
    await saveMapping(actor, { name: "Studio log", columns: COLUMNS, mapping: MAPPING }, NOW);
    const kindsFor = async (content: string) => {
      const { offered } = await inspectImport(actor.workspace, await upload(actor, content));
      return offered.map(({ kind }) => kind);
    };
    expect(await kindsFor(LOG.replaceAll("\n", ",x\n"))).toEqual(["columns", "saved"]);
    expect(await kindsFor("when,model\n2026-11-03,m\n")).toEqual(["columns"]);
  });

  it("take each other's place under one name, and are forgotten when they are deleted", async () => {
    const actor = await createImporter(database);
    const first = await saveMapping(actor, { name: "Log", columns: COLUMNS, mapping: MAPPING }, NOW);
    const mapping = { ...MAPPING, repeats: "count_once" as const };
    const second = await saveMapping(actor, { name: "Log", columns: COLUMNS, mapping }, NOW);
    expect(second.id).toBe(first.id);
    expect((await listSavedMappings(actor.workspace)).items).toEqual([second]);
    await deleteSavedMapping(actor, first.id);
    expect((await listSavedMappings(actor.workspace)).items).toEqual([]);
    await expect(deleteSavedMapping(actor, first.id)).rejects.toMatchObject({ code: "not_found" });
    const actions = await inWorkspace(actor.workspace.id, (tx) =>
      tx.auditEvent.findMany({ orderBy: { sequence: "asc" }, select: { action: true } }),
    );
    expect(actions.map(({ action }) => action)).toEqual([
      "import_mapping.saved",
      "import_mapping.saved",
      "import_mapping.deleted",
    ]);
  });

  it("belong to their workspace", async () => {
    const [a, b] = [await createImporter(database), await createImporter(database)];
    const saved = await saveMapping(a, { name: "Log", columns: COLUMNS, mapping: MAPPING }, NOW);
    expect((await listSavedMappings(b.workspace)).items).toEqual([]);
    await expect(deleteSavedMapping(b, saved.id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("kinds of logs", () => {
  const row = (id: string, callType: string) =>
    JSON.stringify({
      request_id: id,
      call_type: callType,
      spend: 0.1,
      startTime: "2026-11-03 10:00:00",
      model: "gpt-image-2",
      status: "success",
    });

  it("are named, read by their own mapping, and count what they leave out", async () => {
    const actor = await createImporter(database, "Asia/Kathmandu");
    const result = await importFile(
      actor,
      [row("a", "aimage_generation"), row("b", "acompletion")].join("\n"),
    );
    expect(result).toMatchObject({ recognisedAs: "LiteLLM spend logs", rowsSkipped: 1 });
    expect(countsOf(result)).toEqual([2, 1, 0, 0, 0, 0]);
    const calls = await inWorkspace(actor.workspace.id, (tx) => tx.call.findMany());
    // LiteLLM writes UTC, whatever the workspace's zone is.
    expect(calls).toMatchObject([
      { id: "a", occurredAt: new Date("2026-11-03T10:00:00Z"), chargedNanoUsd: null },
    ]);
  });

  it("are refused where their rows are sums", async () => {
    const actor = await createImporter(database);
    const id = await upload(
      actor,
      "start_time,model,images,num_model_requests\n1730419200,gpt-image-2,2,2\n",
    );
    await expect(inspectImport(actor.workspace, id)).rejects.toMatchObject({
      code: "invalid_request",
      detail: expect.stringContaining("none of them is a call") as unknown,
    });
  });
});
