// Called by the price list and the overview.
import { lifecycleEndpoints } from "@/lib/contracts/lifecycle";
import { handle } from "@/lib/server/http/handle";
import { getLifecycle } from "@/lib/server/lifecycle/get-lifecycle";

export const GET = handle(lifecycleEndpoints.getLifecycle, ({ actor, now }) =>
  getLifecycle(actor.workspace, now),
);
