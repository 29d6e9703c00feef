import type { LoggedCall } from "@/lib/contracts/calls";
import type { UsageSeries } from "@/lib/contracts/usage";
import type { Api } from "./api";
import type { DaySums, Sums } from "./expected";
import { TIME_ZONE, type LoggedRequest } from "./request-log";

const SPAN = "from=2024-11-01&to=2024-12-31";

/** What the product says that the calls add up to, in all and by day, outcome and quality. */
export async function readSums(api: Api): Promise<{ total: Sums; groups: Map<string, DaySums> }> {
  const series = await api.ask<UsageSeries>(
    "GET",
    `usage/series?${SPAN}&interval=day&groupBy=outcome&thenBy=quality`,
  );
  const { totals } = series;
  const groups = new Map<string, DaySums>();
  for (const { key, thenKey, points } of series.groups) {
    for (const point of points.filter(({ calls }) => calls > 0)) {
      groups.set(`${point.period} ${key} ${thenKey ?? "unknown"}`, {
        calls: point.calls,
        imagesDelivered: point.imagesDelivered,
        costNanoUsd: BigInt(point.costNanoUsd),
        unpricedCalls: point.unpricedCalls,
      });
    }
  }
  return {
    groups,
    total: {
      calls: totals.calls,
      imagesRequested: totals.imagesRequested,
      imagesDelivered: totals.imagesDelivered,
      costNanoUsd: BigInt(totals.costNanoUsd),
      unpricedCalls: totals.unpricedCalls,
      boundLowNanoUsd: BigInt(totals.boundLowNanoUsd),
      boundHighNanoUsd: BigInt(totals.boundHighNanoUsd),
    },
  };
}

const localTime = new Intl.DateTimeFormat("sv-SE", {
  timeZone: TIME_ZONE,
  dateStyle: "short",
  timeStyle: "medium",
});

/** Every call that the product keeps, page by page, in the terms of the file. */
export async function readCalls(api: Api): Promise<LoggedRequest[]> {
  const requests: LoggedRequest[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: LoggedCall[]; nextCursor: string | null } = await api.ask(
      "GET",
      `calls?${SPAN}&limit=500${cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    requests.push(...page.items.map(toRequest));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return requests;
}

function toRequest(call: LoggedCall): LoggedRequest {
  return {
    localTime: localTime.format(new Date(call.occurredAt)),
    day: call.localDate,
    operation: call.operation,
    outcome: call.outcome as LoggedRequest["outcome"],
    n: call.n,
    quality: call.quality as LoggedRequest["quality"],
    latencyMs: call.latencyMs ?? -1,
    group: call.tags.group ?? "",
  };
}
