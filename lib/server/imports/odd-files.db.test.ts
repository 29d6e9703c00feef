import { expect, it } from "vitest";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { createImport } from "./create-import";
import { getImport } from "./get-import";
import { inspectImport } from "./inspect-import";
import { listRejects } from "./list-rejects";
import { previewImport } from "./preview-import";
import { startImport } from "./start-import";
import { countsOf, createImporter, importFile, NOW, upload } from "./testing/import-file";
import { uploadPart } from "./upload-part";

const database = useTestDatabase();

const LOG =
  "id,created_at,model,workflow\na,2026-11-03T10:00:00Z,gpt-image-2,Grüße\nb,2026-11-03T11:00:00Z,gpt-image-2,Grüße\n";

const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
};

it.each([
  ["a byte order mark", Buffer.from(`\uFEFF${LOG}`), "utf-8"],
  ["CRLF", LOG.replaceAll("\n", "\r\n"), "utf-8"],
  ["no line end at the end", LOG.trimEnd(), "utf-8"],
  ["semicolons", LOG.replaceAll(",", ";"), "utf-8"],
  ["tabs", LOG.replaceAll(",", "\t"), "utf-8"],
  ["everything in quotation marks", LOG.replaceAll(/[^,\n]+/g, '"$&"'), "utf-8"],
  ["one byte a letter", Buffer.from(LOG, "latin1"), "windows-1252"],
  ["two bytes a letter", utf16(LOG, false), "utf-16le"],
  ["two bytes a letter, the other way round", utf16(LOG, true), "utf-16be"],
  [
    "JSON lines",
    '{"id":"a","created_at":"2026-11-03T10:00:00Z","model":"gpt-image-2","workflow":"Grüße"}\n\n{"id":"b","created_at":1793703600,"model":"gpt-image-2","workflow":"Grüße"}',
    "utf-8",
  ],
])("reads a file with %s", async (_, content, encoding) => {
  const actor = await createImporter(database);
  const result = await importFile(actor, content);
  expect(result).toMatchObject({ status: "done", encoding });
  expect(countsOf(result)).toEqual([2, 2, 0, 0, 0, 0]);
  const { calls, workflows } = await inWorkspace(actor.workspace.id, async (tx) => ({
    calls: await tx.call.findMany({ select: { id: true, occurredAt: true }, orderBy: { id: "asc" } }),
    workflows: await tx.workflow.findMany({ select: { slug: true } }),
  }));
  expect(calls).toEqual([
    { id: "a", occurredAt: new Date("2026-11-03T10:00:00Z") },
    { id: "b", occurredAt: new Date("2026-11-03T11:00:00Z") },
  ]);
  expect(workflows).toEqual([{ slug: "Grüße" }]);
});

it("keeps quoted line breaks inside their cell and counts lines as an editor does", async () => {
  const actor = await createImporter(database);
  const content = 'id,created_at,model,workflow\na,2026-11-03,m,"two\nlines"\nb,never,m,x\n';
  const result = await importFile(actor, content);
  expect(countsOf(result)).toEqual([2, 1, 0, 0, 0, 1]);
  expect((await listRejects(actor.workspace, result.id, { limit: 10 })).items).toMatchObject([
    { line: 4, field: "occurredAt", content: "b,never,m,x" },
  ]);
});

it.each([
  ["an open quotation mark", 'c,2026-11-03,"gpt-im', "never closed. The file ends here"],
  ["too few cells", "c,2026-11-03", "The line has 2 cells, the header 4. The file ends here"],
])("rejects a last line that was cut off with %s, and keeps the lines before", async (_, cut, reason) => {
  const actor = await createImporter(database);
  const result = await importFile(actor, LOG + cut);
  expect(countsOf(result)).toEqual([3, 2, 0, 0, 0, 1]);
  expect((await listRejects(actor.workspace, result.id, { limit: 10 })).items).toEqual([
    { line: 4, field: null, reason: expect.stringContaining(reason) as unknown, content: cut },
  ]);
});

it("names the field, the value and the line of what cannot be a call", async () => {
  const actor = await createImporter(database);
  const rows = [
    "id,created_at,model,n,size,outcome,imagesReturned,http_status",
    "bad id!,2026-11-03,m,1,,,,",
    "a,2030-01-01,m,1,,,,",
    "b,2026-11-03,,1,,,,",
    "c,2026-11-03,m,0,,,,",
    "d,2026-11-03,m,1,large,,,",
    "e,2026-11-03,m,1,,maybe,,",
    "f,2026-11-03,m,1,,,2,",
    "g,2026-11-03,m,1,,,,99",
    "h,2026-11-03,m\u0000x,1,,,,",
    "i,2026-11-03,m,1,,,,,",
  ];
  const result = await importFile(actor, rows.join("\n"), (mapping) => {
    mapping.fields.outcome = { column: "outcome", translate: null, assumed: null };
  });
  const { items } = await listRejects(actor.workspace, result.id, { limit: 20 });
  expect(items.map(({ line, field }) => [line, field])).toEqual([
    [2, "id"],
    [3, "occurredAt"],
    [4, "model"],
    [5, "n"],
    [6, "size"],
    [7, "outcome"],
    [8, "imagesReturned"],
    [9, "httpStatus"],
    [10, "model"],
    [11, null],
  ]);
  expect(items[8]?.content).toBe("h,2026-11-03,m\uFFFDx,1,,,,");
});

it.each([
  ["nothing in it", " \n", "The file is empty."],
  ["a list in it", "[]", "one JSON list"],
  ["a spreadsheet in it", "PK\u0003\u0004", "spreadsheet"],
])("refuses a file with %s and says why", async (_, content, problem) => {
  const actor = await createImporter(database);
  const id = await upload(actor, content);
  await expect(inspectImport(actor.workspace, id)).rejects.toMatchObject({
    code: "invalid_request",
    detail: expect.stringContaining(problem) as unknown,
  });
});

it("refuses to start without the columns that the mapping names", async () => {
  const actor = await createImporter(database);
  const id = await upload(actor, "id,when\na,2026-11-03\n");
  const { proposed } = await inspectImport(actor.workspace, id);
  const mapping = {
    ...proposed,
    fields: { occurredAt: { column: "created", translate: null, assumed: null } },
    tags: { team: "squad" },
  };
  const refusal = {
    code: "invalid_request",
    errors: [
      { path: "mapping.fields.model", message: "Say which column holds the model, or which model to assume" },
      { path: "mapping.fields.occurredAt", message: "The file has no column “created”" },
      { path: "mapping.tags.team", message: "The file has no column “squad”" },
    ],
  };
  await expect(startImport(actor, id, mapping)).rejects.toMatchObject(refusal);
  await expect(previewImport(actor.workspace, id, mapping, NOW)).rejects.toMatchObject(refusal);
  expect((await getImport(actor.workspace, id)).status).toBe("ready");
});

it("takes each part once and whole, in any order, and nothing after the file is there", async () => {
  const actor = await createImporter(database);
  const { workspace } = actor;
  const part = 4 * 1024 * 1024;
  const { id } = await createImport(actor, { fileName: "a.csv", fileBytes: part + 10 }, NOW);
  const send = (position: number, bytes: number) =>
    uploadPart(
      workspace,
      { importId: id, position },
      new TextEncoder().encode("a,b\n".repeat(bytes)).subarray(0, bytes),
    );
  await expect(send(0, part - 1)).rejects.toMatchObject({ code: "invalid_request" });
  await expect(send(1, 11)).rejects.toMatchObject({ code: "invalid_request" });
  await expect(send(2, 10)).rejects.toMatchObject({ code: "invalid_request" });
  expect((await send(1, 10)).uploadedBytes).toBe(10);
  await expect(inspectImport(workspace, id)).rejects.toMatchObject({ code: "conflict" });
  expect((await send(1, 10)).uploadedBytes).toBe(10);
  expect((await send(0, part)).uploadedBytes).toBe(part + 10);
  await inspectImport(workspace, id);
  await expect(send(0, part)).rejects.toMatchObject({ code: "conflict" });
});

it("shows the first rows exactly as they will be read", async () => {
  const actor = await createImporter(database, "Asia/Kathmandu");
  const id = await upload(
    actor,
    "created_at,model,n\n2026-11-03 10:00:00,gpt-image-2,2\n2026-11-03 10:00:00,gpt-image-2,x\n",
  );
  const { proposed, raw } = await inspectImport(actor.workspace, id);
  expect(raw[0]).toEqual({ created_at: "2026-11-03 10:00:00", model: "gpt-image-2", n: "2" });
  const preview = await previewImport(actor.workspace, id, proposed, NOW);
  expect(preview.rows).toEqual([
    {
      status: "call",
      line: 2,
      call: {
        id: expect.stringMatching(/^row_[\w-]{43}$/) as unknown,
        occurredAt: "2026-11-03T04:15:00.000Z",
        model: "gpt-image-2",
        n: 2,
      },
    },
    {
      status: "rejected",
      line: 3,
      field: "n",
      reason: "n: “x” is not a number",
      content: "2026-11-03 10:00:00,gpt-image-2,x",
    },
  ]);
});

it("finds no import of another workspace", async () => {
  const [owner, stranger] = [await createImporter(database), await createImporter(database)];
  const id = await upload(owner, LOG);
  await expect(getImport(stranger.workspace, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(inspectImport(stranger.workspace, id)).rejects.toMatchObject({ code: "not_found" });
});
