import "server-only";
import type { UnpricedGroup } from "@/lib/contracts/usage";
import { findRateCard, type PriceBook } from "@/lib/pricing";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { Prisma } from "@/lib/server/generated/prisma/client";
import { getPriceBook } from "@/lib/server/prices/get-price-book";
import { startOfDay } from "@/lib/time/zone";
import { keptFrom } from "./kept-calls";

type Row = Pick<UnpricedGroup, "provider" | "model" | "reason" | "firstDate" | "lastDate"> &
  Record<
    | "calls"
    | "imagesRequested"
    | "unboundedCalls"
    | "boundLowNanoUsd"
    | "boundHighNanoUsd"
    | "closedCalls"
    | "droppedCalls"
    | "firstOpenDate",
    string
  >;

/** The calls without a price, from the daily sums: by provider, model and reason, the most calls first. */
export function listUnpriced(workspace: {
  id: string;
  timeZone: string;
}): Promise<{ items: UnpricedGroup[] }> {
  const isKept = Prisma.sql`(logged.local_date >= ${keptFrom(workspace.id)})`;
  return inWorkspace(workspace.id, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT logged.provider, logged.model, logged.unpriced_reason AS "reason",
        sum(logged.unpriced_calls)::text AS "calls", sum(logged.images_requested)::text AS "imagesRequested",
        sum(logged.unbounded_calls)::text AS "unboundedCalls",
        sum(logged.bound_low_nano_usd)::text AS "boundLowNanoUsd",
        sum(logged.bound_high_nano_usd)::text AS "boundHighNanoUsd",
        min(logged.local_date)::text AS "firstDate", max(logged.local_date)::text AS "lastDate",
        COALESCE(min(logged.local_date) FILTER (WHERE ${isKept}), min(logged.local_date))::text AS "firstOpenDate",
        COALESCE(sum(logged.unpriced_calls) FILTER (WHERE NOT ${isKept}), 0)::text AS "droppedCalls",
        COALESCE(sum(logged.unpriced_calls) FILTER (WHERE ${isKept} AND to_char(logged.local_date, 'YYYY-MM') IN (
          SELECT month FROM month_close WHERE workspace_id = ${workspace.id} AND reopened_at IS NULL
        )), 0)::text AS "closedCalls"
      FROM usage_daily AS logged
      WHERE logged.workspace_id = ${workspace.id} AND logged.cost_basis = 'unpriced'
      GROUP BY 1, 2, 3
      ORDER BY sum(logged.unpriced_calls) DESC, 1, 2, 3`;
    const book = await getPriceBook(tx, workspace.id);
    return {
      items: rows.map(({ firstOpenDate, ...row }) => {
        const priceFrom = new Date(startOfDay(firstOpenDate, workspace.timeZone)).toISOString().slice(0, 10);
        return {
          ...row,
          calls: Number(row.calls),
          imagesRequested: Number(row.imagesRequested),
          unboundedCalls: Number(row.unboundedCalls),
          closedCalls: Number(row.closedCalls),
          droppedCalls: Number(row.droppedCalls),
          priceFrom,
          ...(row.droppedCalls === row.calls ? BEYOND_PRICING : advise(book, row)),
        };
      }),
    };
  });
}

const BEYOND_PRICING = {
  action: "none",
  advice: "The single calls were dropped, so they stay without a price. Their bounds stay known.",
} as const;

function advise(
  book: PriceBook,
  { provider, model, reason, firstDate, lastDate }: Omit<Row, "firstOpenDate">,
): Pick<UnpricedGroup, "action" | "advice"> {
  switch (reason) {
    case "unknown_model":
      if ([firstDate, lastDate].some((on) => findRateCard(book, { provider, model, on }) !== null)) {
        return {
          action: "price_again",
          advice: "A price for this model is known by now. Price the calls by it.",
        };
      }
      return {
        action: "add_price",
        advice: "No price for this model is known. Add one, then price the calls.",
      };
    case "no_batch_price":
      return {
        action: "add_price",
        advice: "The price list has no batch price. Add a price with one, then price the calls.",
      };
    case "token_price_unknown":
      return {
        action: "add_price",
        advice: "The price list leaves out a kind of token that the calls used. Add a price that has it.",
      };
    case "billing_unknown":
      return {
        action: "set_billing_rule",
        advice: "Nobody knows whether the provider bills these failed calls. State it as a billing rule.",
      };
    case "size_unknown":
    case "quality_unknown":
    case "format_unknown":
    case "input_images_unknown":
      return {
        action: "log_more",
        advice: `Neither the log nor the response says ${MISSING[reason]}. Log it with each call, or add a price that does not depend on it.`,
      };
    default:
      return {
        action: "add_price",
        advice: "The price list says nothing for pictures like these. Add a price that covers them.",
      };
  }
}

const MISSING = {
  size_unknown: "which size was made",
  quality_unknown: "which quality was made",
  format_unknown: "which file format was made",
  input_images_unknown: "how many reference images were sent",
};
