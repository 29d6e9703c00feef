import "server-only";
import type { Transaction } from "@/lib/server/db/run-transaction";
import type { FieldError } from "@/lib/server/http/request-error";
import { droppedSentence } from "@/lib/server/usage/kept-calls";
import { formatDate } from "@/lib/time";
import { arrayLiteral } from "./array-literal";
import type { CheckedCall } from "./check-call";
import type { LoggingContext } from "./logging-context";

/** No zone begins a day later than this after the day began in UTC, even where clocks are changed at midnight. */
const LATEST_START_MS = 15 * 60 * 60 * 1000;

/**
 * The calls that happened on a day whose single calls are gone, with the reason why each is refused: there is nothing left
 * to tell a retry from. Calls of the last days are not asked about.
 */
export async function refuseDroppedDays(
  tx: Transaction,
  calls: readonly CheckedCall[],
  { timeZone, keptFrom }: Pick<LoggingContext, "timeZone" | "keptFrom">,
): Promise<Map<CheckedCall, FieldError>> {
  if (keptFrom === null) return new Map();
  const keptFromMs = Date.parse(keptFrom) + LATEST_START_MS;
  const old = calls.filter(({ call }) => call.occurredAtMs < keptFromMs);
  if (old.length === 0) return new Map();
  const moments = arrayLiteral(old.map(({ call }) => new Date(call.occurredAtMs).toISOString()));
  const days = await tx.$queryRaw<{ day: string }[]>`
    SELECT (moment AT TIME ZONE ${timeZone})::date::text AS day
    FROM unnest(${moments}::timestamptz[]) WITH ORDINALITY AS sent(moment, position) ORDER BY position`;
  return new Map(
    old.flatMap((checked, index) => {
      const day = days[index]?.day ?? "";
      return day < keptFrom ? [[checked, refusal(day, keptFrom)]] : [];
    }),
  );
}

function refusal(day: string, keptFrom: string): FieldError {
  const message = `${droppedSentence(keptFrom)}, so a call of ${formatDate(day)} cannot be told from one that is counted already`;
  return { path: "occurredAt", message };
}
