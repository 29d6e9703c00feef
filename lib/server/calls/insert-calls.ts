import "server-only";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { addToDaily } from "@/lib/server/usage/daily-sums";
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

export interface Arrival {
  timeZone: string;
  importId: string | null;
  now: Date;
}

/**
 * Writes the calls whose ids are new, with the local day of each, and adds exactly these to the daily sums: one
 * statement, so that neither can happen without the other. In the order of ids, so that two of them never wait for one
 * another. Returns the ids that were new.
 */
export async function insertCalls(
  tx: Transaction,
  workspaceId: string,
  rows: readonly CallRow[],
  { timeZone, importId, now }: Arrival,
): Promise<Set<string>> {
  const varying = NAMES.filter((name) => name === "id" || !isAlike(rows, name));
  const written = Prisma.join(
    NAMES.map((name) => (varying.includes(name) ? Prisma.raw(name) : alike(rows, name))),
  );
  const columns = varying.map(
    (name) => Prisma.sql`${arrayLiteral(rows.map((row) => row[name]))}::${Prisma.raw(COLUMNS[name])}[]`,
  );
  const inserted = await tx.$queryRaw<{ id: string }[]>`
    WITH inserted AS (
      INSERT INTO call (workspace_id, local_date, import_id, received_at, ${names})
      SELECT ${workspaceId}, (occurred_at AT TIME ZONE ${timeZone})::date, ${importId}, ${now}::timestamptz, ${names}
      FROM (
        SELECT ${written} FROM unnest(${Prisma.join(columns)}) AS sent(${Prisma.raw(varying.join(", "))})
      ) AS written
      ORDER BY id
      ON CONFLICT (workspace_id, id) DO NOTHING
      RETURNING *
    ), added AS (${addToDaily(workspaceId, Prisma.sql`inserted`)})
    SELECT id FROM inserted`;
  return new Set(inserted.map(({ id }) => id));
}

// Most columns of a log say the same in every line, or nothing at all: these are sent once and not as a list.

function isAlike(rows: readonly CallRow[], name: keyof CallRow): boolean {
  const first = rows[0]?.[name] ?? null;
  return rows.every((row) => (row[name] ?? null) === first);
}

function alike(rows: readonly CallRow[], name: keyof CallRow): Prisma.Sql {
  const value = rows[0]?.[name] ?? null;
  const type = Prisma.raw(COLUMNS[name]);
  const text = value === null ? null : String(value);
  return Prisma.sql`${text}::text::${type} AS ${Prisma.raw(name)}`;
}
