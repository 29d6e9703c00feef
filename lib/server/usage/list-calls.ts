import "server-only";
import type { z } from "zod";
import type { callListQuerySchema, LoggedCall } from "@/lib/contracts/calls";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { callConditions } from "./call-conditions";
import { readCursor, writeCursor } from "./page-cursor";

type Row = Omit<LoggedCall, "occurredAt"> & { occurredAt: Date };

/** Amounts are cast to text, because a driver may turn a 64-bit integer into a number. */
const COLUMNS = Prisma.sql`
  logged.id, logged.occurred_at AS "occurredAt", logged.local_date::text AS "localDate",
  workflow.slug AS "workflow", workflow.name AS "workflowName", logged.stage, logged.purpose, logged.provider,
  logged.model, logged.operation, logged.n, logged.size, logged.quality, logged.requested_size AS "requestedSize",
  logged.requested_quality AS "requestedQuality", logged.returned_size AS "returnedSize",
  logged.returned_quality AS "returnedQuality", logged.picture_basis AS "pictureBasis",
  logged.output_format AS "outputFormat", logged.input_images AS "inputImages",
  logged.partial_images AS "partialImages", logged.batch, logged.outcome, logged.billed,
  logged.billed_basis AS "billedBasis", logged.billing_rule_id AS "billingRuleId",
  logged.http_status AS "httpStatus", logged.error_code AS "errorCode", logged.images_returned AS "imagesReturned",
  logged.images_accepted AS "imagesAccepted", logged.retry_of AS "retryOf", logged.latency_ms AS "latencyMs",
  logged.text_input_tokens AS "textInputTokens", logged.image_input_tokens AS "imageInputTokens",
  logged.text_output_tokens AS "textOutputTokens", logged.image_output_tokens AS "imageOutputTokens",
  logged.cost_basis AS "costBasis", logged.cost_nano_usd::text AS "costNanoUsd",
  logged.unpriced_reason AS "unpricedReason", logged.bound_low_nano_usd::text AS "boundLowNanoUsd",
  logged.bound_high_nano_usd::text AS "boundHighNanoUsd", logged.rate_card_id AS "rateCardId",
  logged.prompt_hash AS "promptHash", logged.tags`;

/** Logged calls, newest first, a page at a time. */
export async function listCalls(
  workspace: { id: string },
  { cursor, limit, ...filter }: z.output<typeof callListQuerySchema>,
): Promise<{ items: LoggedCall[]; nextCursor: string | null }> {
  const conditions = [callConditions(workspace.id, filter)];
  // The days bound the moments loosely, whatever the zone, so that the index by moment need not be read to its end.
  if (filter.from !== undefined)
    conditions.push(
      Prisma.sql`logged.occurred_at >= (${filter.from}::date - interval '1 day') AT TIME ZONE 'UTC'`,
    );
  if (filter.to !== undefined)
    conditions.push(
      Prisma.sql`logged.occurred_at < (${filter.to}::date + interval '2 days') AT TIME ZONE 'UTC'`,
    );
  if (cursor !== undefined) {
    const { at, id } = readCursor(cursor);
    conditions.push(Prisma.sql`(logged.occurred_at, logged.id) < (${at}::timestamptz, ${id})`);
  }

  const rows = await inWorkspace(workspace.id, async (tx) => {
    // The workspace's policy makes PostgreSQL expect a single row, and rather sort the whole log than walk the index that
    // has its order.
    await tx.$executeRaw`SET LOCAL enable_sort = off`;
    return tx.$queryRaw<Row[]>`
      SELECT ${COLUMNS}
      FROM call AS logged
      LEFT JOIN workflow ON workflow.workspace_id = logged.workspace_id AND workflow.id = logged.workflow_id
      WHERE ${Prisma.join(conditions, " AND ")}
      ORDER BY logged.occurred_at DESC, logged.id DESC
      LIMIT ${limit + 1}`;
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({ ...row, occurredAt: row.occurredAt.toISOString() })),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor(last.occurredAt, last.id) : null,
  };
}
