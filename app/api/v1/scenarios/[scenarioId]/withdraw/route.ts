// Called by the scenario editor.
import { scenarioEndpoints } from "@/lib/contracts/scenarios";
import { handle } from "@/lib/server/http/handle";
import { withdrawForecast } from "@/lib/server/scenarios/withdraw-forecast";

export const POST = handle(scenarioEndpoints.withdrawForecast, ({ actor, params, now }) =>
  withdrawForecast(actor, params.scenarioId, now),
);
