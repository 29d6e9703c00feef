import { connectorEndpoints } from "@/lib/contracts/connectors";
import { requestReading } from "@/lib/server/connectors/request-reading";
import { handle } from "@/lib/server/http/handle";

/** Called by the button that reads a connector now. */
export const POST = handle(connectorEndpoints.runConnector, ({ actor, params, now }) =>
  requestReading(actor, params.connectorId, { backfillFrom: null }, now),
);
