import "server-only";
import type { Endpoint } from "@/lib/contracts/endpoint";

/** What a handler returned, as a response. */
export function answerWith(endpoint: Pick<Endpoint, "status">, result: unknown): Response {
  if (result instanceof Response) return result;
  const status = endpoint.status ?? 200;
  if (status === 204) return new Response(null, { status });
  return new Response(JSON.stringify(result), { status, headers: { "Content-Type": "application/json" } });
}
