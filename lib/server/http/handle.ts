import "server-only";
import type { z } from "zod";
import type { Endpoint } from "@/lib/contracts/endpoint";
import type { Actor } from "@/lib/server/access/actor";
import { resolveActor } from "@/lib/server/access/resolve-actor";
import { resolveUser } from "@/lib/server/access/resolve-user";
import type { SignedInUser } from "@/lib/server/auth/signed-in-user";
import { answerWith } from "./answer";
import { readInput, type Input, type RouteContext } from "./read-input";
import { respond, type RequestContext } from "./respond";

type RouteHandler = (request: Request, context: RouteContext) => Promise<Response>;

/** A handler may build the response itself, which files need. */
type Answer<A extends z.ZodType> = Promise<z.input<A> | Response>;

/**
 * The handler of an address that belongs to a workspace: finds out who asks, for which workspace, and whether they
 * may; checks what they sent; and answers, or says what is wrong as a problem document.
 */
export function handle<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, A>,
  answer: (input: Input<P, Q, B> & RequestContext & { actor: Actor }) => Answer<A>,
): RouteHandler {
  const { access } = endpoint;
  if (access === "public" || access === "signed_in") throw wrongHandler(endpoint);
  return (request, route) =>
    respond(request, async (context) => {
      const actor = await resolveActor(request, access, context.now);
      const input = await readInput(endpoint, request, route);
      return answerWith(endpoint, await answer({ ...input, ...context, actor }));
    });
}

/** The handler of an address that any signed-in person may call, whatever their workspaces; programs may not. */
export function handleSignedIn<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(
  endpoint: Endpoint<P, Q, B, A>,
  answer: (input: Input<P, Q, B> & RequestContext & { user: SignedInUser }) => Answer<A>,
): RouteHandler {
  if (endpoint.access !== "signed_in") throw wrongHandler(endpoint);
  return (request, route) =>
    respond(request, async (context) => {
      const user = await resolveUser(request, context.now);
      const input = await readInput(endpoint, request, route);
      return answerWith(endpoint, await answer({ ...input, ...context, user }));
    });
}

/**
 * The handler of an address that anybody may call. What is to be counted or refused whatever was sent is done by
 * `admit`, before anything of the request is read but its headers.
 */
export function handlePublic<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(
  endpoint: Endpoint<P, Q, B, A>,
  answer: (input: Input<P, Q, B> & RequestContext) => Answer<A>,
  admit?: (context: RequestContext) => void,
): RouteHandler {
  if (endpoint.access !== "public") throw wrongHandler(endpoint);
  return (request, route) =>
    respond(request, async (context) => {
      admit?.(context);
      const input = await readInput(endpoint, request, route);
      return answerWith(endpoint, await answer({ ...input, ...context }));
    });
}

function wrongHandler({ method, path, access }: Pick<Endpoint, "method" | "path" | "access">): Error {
  return new Error(`${method} ${path} is for ${access}, which this handler does not check.`);
}
