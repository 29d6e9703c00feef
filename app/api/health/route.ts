// Called by whatever watches over the process.
import { checkHealth } from "@/lib/server/http/check-health";
import { respond } from "@/lib/server/http/respond";

export function GET(request: Request): Promise<Response> {
  return respond(request, async () => Response.json(await checkHealth()));
}
