import "server-only";
import { RequestError } from "@/lib/server/http/request-error";

/** Refuses to act on a copy that somebody has saved over in the meantime. */
export function checkRevision(scenario: { revision: number }, revision: number): void {
  if (scenario.revision === revision) return;
  const message = `It was saved as revision ${scenario.revision} in the meantime; you have ${revision}`;
  throw new RequestError("conflict", `${message}. Load it again to go on from there.`, [
    { path: "revision", message },
  ]);
}
