import { connectorEndpoints } from "@/lib/contracts/connectors";
import { requestReading } from "@/lib/server/connectors/request-reading";
import { handle } from "@/lib/server/http/handle";

/** Called by the form that reads a connector again from a day on. */
export const POST = handle(connectorEndpoints.backfillConnector, ({ actor, params, body, now }) =>
  requestReading(actor, params.connectorId, { backfillFrom: body.from }, now),
);
