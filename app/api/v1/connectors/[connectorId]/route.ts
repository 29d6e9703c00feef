import { connectorEndpoints } from "@/lib/contracts/connectors";
import { deleteConnector } from "@/lib/server/connectors/delete-connector";
import { updateConnector } from "@/lib/server/connectors/update-connector";
import { handle } from "@/lib/server/http/handle";

/** Called by a connector's settings, and by its pause and resume buttons. */
export const PATCH = handle(connectorEndpoints.updateConnector, ({ actor, params, body, now }) =>
  updateConnector(actor, params.connectorId, body, now),
);

export const DELETE = handle(connectorEndpoints.deleteConnector, ({ actor, params }) =>
  deleteConnector(actor, params.connectorId),
);
