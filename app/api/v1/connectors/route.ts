import { connectorEndpoints } from "@/lib/contracts/connectors";
import { createConnector } from "@/lib/server/connectors/create-connector";
import { listConnectors } from "@/lib/server/connectors/list-connectors";
import { handle } from "@/lib/server/http/handle";

/** Called by the list of connectors, again and again while one is being read. */
export const GET = handle(connectorEndpoints.listConnectors, ({ actor, now }) =>
  listConnectors(actor.workspace, now),
);

/** Called by the form that connects a source. */
export const POST = handle(connectorEndpoints.createConnector, ({ actor, body, now }) =>
  createConnector(actor, body, now),
);
