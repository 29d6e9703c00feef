// Called by whoever writes a client: the description of this API, open to anybody.
import { describeApi } from "@/lib/server/openapi/describe-api";

export function GET(): Response {
  return Response.json(describeApi(), { headers: { "Cache-Control": "public, max-age=300" } });
}
