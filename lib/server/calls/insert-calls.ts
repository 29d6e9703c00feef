import "server-only";
import { PREPARED } from "@/lib/server/db/prepared-statement";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { DAILY_SOURCE } from "@/lib/server/usage/daily-columns";
import { addToSums, addToTags } from "@/lib/server/usage/daily-sums";
import { taggedCalls } from "@/lib/server/usage/tagged-calls";
import { arrayLiteral } from "./array-literal";
import type { CallRow } from "./call-row";

/** The columns that a row brings along, with their types in PostgreSQL. */
const COLUMNS: Readonly<Record<keyof CallRow, string>> = {
  id: "text",
  occurred_at: "timestamptz",
  workflow_id: "text",
  stage: "text",
  purpose: "text",
  provider: "text",
  model: "text",
  operation: "text",
  n: "integer",
  size: "text",
  quality: "text",
  requested_size: "text",
  requested_quality: "text",
  returned_size: "text",
  returned_quality: "text",
  picture_basis: "text",
  output_format: "text",
  input_images: "integer",
  partial_images: "integer",
  batch: "boolean",
  outcome: "text",
  billed: "boolean",
  billed_basis: "text",
  billing_rule_id: "text",
  http_status: "integer",
  error_code: "text",
  images_returned: "integer",
  images_accepted: "integer",
  retry_of: "text",
  latency_ms: "integer",
  text_input_tokens: "integer",
  image_input_tokens: "integer",
  text_output_tokens: "integer",
  image_output_tokens: "integer",
  charged_nano_usd: "bigint",
  cost_basis: "text",
  cost_nano_usd: "bigint",
  unpriced_reason: "text",
  bound_low_nano_usd: "bigint",
  bound_high_nano_usd: "bigint",
  rate_card_id: "text",
  prompt_hash: "text",
  tags: "jsonb",
  payload_hash: "bytea",
};

const NAMES = Object.keys(COLUMNS) as (keyof CallRow)[];
const names = Prisma.raw(NAMES.join(", "));
const types = NAMES.map((name) => Prisma.raw(COLUMNS[name]));
const returned = Prisma.raw([...new Set(["id", ...DAILY_SOURCE])].join(", "));
const returnedWithTags = Prisma.sql`${returned}, tags`;

export interface Arrival {
  timeZone: string;
  importId: string | null;
  /** Whether any of the calls carries a tag that is tracked. */
  isTagged: boolean;
  now: Date;
}

/**
 * Writes the calls whose ids are new, with the local day of each, and adds exactly these to the sums of days and
 * months: one statement, so that neither can happen without the other. In the order of ids, so that two of them never
 * wait for one another. Returns the ids that were new.
 *
 * The statement has two texts, with the sums of tags and without, and no others, because PostgreSQL takes as long to plan
 * it as to write a hundred calls.
 */
export async function insertCalls(
  tx: Transaction,
  workspaceId: string,
  rows: readonly CallRow[],
  { timeZone, importId, isTagged, now }: Arrival,
): Promise<Set<string>> {
  const columns = columnsOf([...rows].sort((a, b) => (a.id < b.id ? -1 : 1)));
  const lists = columns.map(({ list }, index) => Prisma.sql`${list}::${types[index]}[]`);
  const written = columns.map(
    ({ constant }, index) =>
      Prisma.sql`COALESCE(sent.${Prisma.raw(NAMES[index] ?? "")}, ${constant}::${types[index]})`,
  );
  const inserted = await tx.$queryRaw<{ id: string }[]>`${PREPARED}
    WITH inserted AS (
      INSERT INTO call (workspace_id, local_date, import_id, received_at, ${names})
      SELECT ${workspaceId}, (written.occurred_at AT TIME ZONE ${timeZone})::date, ${importId}, ${now}::timestamptz, written.*
      FROM unnest(${Prisma.join(lists)}) AS sent(${names})
      CROSS JOIN LATERAL (SELECT ${Prisma.join(written)}) AS written(${names})
      ON CONFLICT (workspace_id, id) DO NOTHING
      RETURNING ${isTagged ? returnedWithTags : returned}
    ), ${addToSums(workspaceId, Prisma.sql`inserted`)}${isTagged ? addedTags(workspaceId) : Prisma.empty}
    SELECT id FROM inserted`;
  return new Set(inserted.map(({ id }) => id));
}

function addedTags(workspaceId: string): Prisma.Sql {
  const tagged = taggedCalls(workspaceId, Prisma.sql`inserted`);
  return Prisma.sql`, added_tags AS (${addToTags(workspaceId, tagged)})`;
}

/** A column of a batch: what every call has in it, or else a list with the value of each. */
interface Column {
  constant: string | null;
  list: string;
}

/** Most columns of a log say the same in every line, or nothing at all: these are sent once and not as a list. */
function columnsOf(rows: readonly CallRow[]): Column[] {
  return NAMES.map((name) => {
    const first = rows[0]?.[name] ?? null;
    // There are as many calls as there are ids.
    return name !== "id" && rows.every((row) => (row[name] ?? null) === first)
      ? { constant: first === null ? null : String(first), list: "{}" }
      : { constant: null, list: arrayLiteral(rows.map((row) => row[name])) };
  });
}
