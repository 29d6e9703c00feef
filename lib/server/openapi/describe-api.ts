import "server-only";
import { z } from "zod";
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from "zod-openapi";
import { PERMISSIONS, type Permission } from "@/lib/access";
import type { Access, Endpoint } from "@/lib/contracts/endpoint";
import { ENDPOINTS } from "@/lib/contracts/endpoints";
import { problemResponses } from "./problem-responses";

const DESCRIPTION = `Log calls, read what they cost, plan what they will cost.

Programs send an API key as \`Authorization: Bearer pxc_…\`; the key belongs to one workspace. The screens use a session
cookie and name the workspace in \`?workspace=\`. Amounts are decimal strings of nano-dollars (billionths of a US dollar)
where a name ends in \`NanoUsd\`. Unknown fields and parameters are refused. Every failure is a problem document (RFC 9457)
with a stable \`code\`.`;

/** The OpenAPI description of the whole public API, made from the same contracts that its handlers check. */
export function describeApi(): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const [operationId, endpoint] of Object.entries<Endpoint>(ENDPOINTS)) {
    const method = endpoint.method.toLowerCase();
    paths[endpoint.path] = { ...paths[endpoint.path], [method]: operation(operationId, endpoint) };
  }
  const document: ZodOpenApiObject = {
    openapi: "3.1.0",
    info: { title: "Pixelcast API", version: "1", description: DESCRIPTION },
    servers: [{ url: "/" }],
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "An API key of one workspace: `pxc_live_…`." },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "pixelcast.session",
          description: "The session of a signed-in browser; over https its name begins with `__Host-`.",
        },
      },
    },
  };
  return createDocument(document);
}

function operation(operationId: string, endpoint: Endpoint): ZodOpenApiOperationObject {
  const { path, access, summary, params, query } = endpoint;
  const requestParams = {
    ...(params instanceof z.ZodObject && { path: params }),
    ...queryParameters(access, query),
  };
  return {
    operationId,
    summary,
    description: whoMay(access),
    tags: [path.split("/")[3] ?? "api"],
    security: security(access),
    ...(Object.keys(requestParams).length > 0 && { requestParams }),
    ...requestBody(endpoint),
    responses: { ...success(endpoint), ...problemResponses(endpoint) },
  };
}

function queryParameters(access: Access, query: z.ZodType | undefined): { query?: z.ZodObject } {
  const own = query instanceof z.ZodObject ? query.shape : {};
  if (access === "public" || access === "signed_in")
    return query === undefined ? {} : { query: z.object(own) };
  const workspace = z.string().optional().meta({
    description: "The workspace's slug. A session must name it; an API key knows its own.",
    example: "demo",
  });
  return { query: z.object({ workspace, ...own }) };
}

function requestBody({
  body,
  describedBody,
  rawBody,
}: Endpoint): Pick<ZodOpenApiOperationObject, "requestBody"> {
  if (rawBody) {
    const json = describedBody ?? body ?? z.unknown();
    const content = Object.fromEntries(
      rawBody.map((type) => [
        type,
        type === "application/json" ? { schema: json } : { schema: { type: "string" as const } },
      ]),
    );
    return { requestBody: { required: true, content } };
  }
  if (body === undefined) return {};
  return { requestBody: { required: true, content: { "application/json": { schema: body } } } };
}

function success({ status = 200, answer, answerType }: Endpoint): ZodOpenApiOperationObject["responses"] {
  if (status === 204) return { "204": { description: "Done; there is nothing to answer." } };
  const type = answerType ?? "application/json";
  const schema = answer ?? { type: "string" as const };
  return { [`${status}`]: { description: "The answer.", content: { [type]: { schema } } } };
}

function security(access: Access): Record<string, string[]>[] {
  if (access === "public") return [];
  if (access === "signed_in" || PERMISSIONS[access].scope === null) return [{ session: [] }];
  return [{ apiKey: [] }, { session: [] }];
}

function whoMay(access: Access): string {
  if (access === "public") return "Anybody may call it.";
  if (access === "signed_in") return "Any signed-in person may call it; API keys may not.";
  const { roles, scope } = PERMISSIONS[access satisfies Permission];
  const programs = scope === null ? "API keys may not call it." : `API keys need the scope \`${scope}\`.`;
  return `Needs the permission \`${access}\`. Roles that hold it: ${roles.join(", ")}. ${programs}`;
}
