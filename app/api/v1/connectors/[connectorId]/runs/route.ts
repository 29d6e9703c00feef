import { connectorEndpoints } from "@/lib/contracts/connectors";
import { listConnectorRuns } from "@/lib/server/connectors/list-connector-runs";
import { handle } from "@/lib/server/http/handle";

/** Called by a connector's history. */
export const GET = handle(connectorEndpoints.listConnectorRuns, ({ actor, params }) =>
  listConnectorRuns(actor.workspace, params.connectorId),
);
