// Called by programs, without a key; the calculator computes in the browser with the same module.
import { estimateEndpoints } from "@/lib/contracts/estimates";
import { countEstimate } from "@/lib/server/estimates/estimate-limit";
import { estimateRequests } from "@/lib/server/estimates/estimate-requests";
import { clientAddress } from "@/lib/server/http/client-address";
import { handlePublic } from "@/lib/server/http/handle";

export const POST = handlePublic(
  estimateEndpoints.estimate,
  ({ body, now }) => Promise.resolve(estimateRequests(body, now)),
  // Reading a body is work too, so that one that cannot be read counts as well.
  ({ request, now }) => countEstimate(clientAddress(request.headers), now),
);
