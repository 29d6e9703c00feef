import { explanationEndpoints } from "@/lib/contracts/explanations";
import { explain } from "@/lib/server/explanations/explain";
import { handle } from "@/lib/server/http/handle";

/** Called wherever somebody opens an amount. */
export const GET = handle(explanationEndpoints.getExplanation, ({ actor, query, now }) =>
  explain(actor.workspace, query, now),
);
