import "server-only";
import type { z } from "zod";
import type { importPreviewSchema } from "@/lib/contracts/imports";
import type { ImportMapping } from "@/lib/imports";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { decodeBeginning, firstRows, readBeginning, SHOWN_ROWS } from "./file-beginning";
import { getImportRow, readEncoding, readLayout, requireStatus } from "./import-row";
import { OccurrenceCounter } from "./occurrence-counter";
import { createRowChecker } from "./read-call-row";
import { requireMapping } from "./require-mapping";

type Preview = z.input<typeof importPreviewSchema>;

/** The first rows of a file as an import with this mapping would read them. */
export function previewImport(
  workspace: { id: string },
  importId: string,
  mapping: ImportMapping,
  now: Date,
): Promise<Preview> {
  return inWorkspace(workspace.id, async (tx) => {
    const row = await getImportRow(tx, workspace.id, importId);
    requireStatus(row, ["ready"], "there is nothing to preview");
    const layout = readLayout(row);
    requireMapping(mapping, layout);

    const beginning = await readBeginning(tx, workspace.id, row);
    const text = decodeBeginning(beginning, readEncoding(row));
    const rows = firstRows(text, beginning.isWhole, layout, SHOWN_ROWS);
    const occurrences = new OccurrenceCounter();
    const check = createRowChecker(mapping, (content) =>
      mapping.repeats === "count_each" ? occurrences.count(content) : 1,
    );
    return {
      rows: rows.map((each): Preview["rows"][number] => {
        const reading = check(each, now);
        if ("isLeftOut" in reading) return { status: "left_out", line: each.line };
        if ("reason" in reading) return { status: "rejected", ...reading };
        return {
          status: "call",
          line: each.line,
          call: reading.stated as Extract<Preview["rows"][number], { status: "call" }>["call"],
        };
      }),
      raw: rows.map(({ cells }) => Object.fromEntries(cells)),
    };
  });
}
