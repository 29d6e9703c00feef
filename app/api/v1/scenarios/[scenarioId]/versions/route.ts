// Called by the list of versions in the scenario editor.
import { scenarioEndpoints } from "@/lib/contracts/scenarios";
import { handle } from "@/lib/server/http/handle";
import { listVersions } from "@/lib/server/scenarios/list-versions";

export const GET = handle(scenarioEndpoints.listVersions, ({ actor, params }) =>
  listVersions(actor.workspace, params.scenarioId),
);
