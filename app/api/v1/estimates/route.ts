// Called by programs, without a key; the calculator computes in the browser with the same module.
import { estimateEndpoints } from "@/lib/contracts/estimates";
import { countEstimate } from "@/lib/server/estimates/estimate-limit";
import { estimateRequests } from "@/lib/server/estimates/estimate-requests";
import { clientAddress } from "@/lib/server/http/client-address";
import { handlePublic } from "@/lib/server/http/handle";

export const POST = handlePublic(estimateEndpoints.estimate, ({ body, request, now }) => {
  countEstimate(clientAddress(request.headers), now);
  return Promise.resolve(estimateRequests(body, now));
});
