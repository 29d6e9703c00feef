// Called by whoever mistypes an address below /api.
import { RequestError } from "@/lib/server/http/request-error";
import { respond } from "@/lib/server/http/respond";

function refuse(request: Request): Promise<Response> {
  return respond(request, () =>
    Promise.reject(
      new RequestError("not_found", "There is no such address; /api/v1/openapi.json lists them all."),
    ),
  );
}

export { refuse as GET, refuse as POST, refuse as PUT, refuse as PATCH, refuse as DELETE };
