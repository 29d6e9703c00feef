import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ENDPOINTS } from "@/lib/contracts/endpoints";
import type { Endpoint } from "@/lib/contracts/endpoint";
import { apiRequest } from "./api-client";
import { SAMPLE_REQUESTS } from "./sample-requests";

export type EndpointId = keyof typeof ENDPOINTS;
export const ENDPOINT_IDS = Object.keys(ENDPOINTS) as EndpointId[];

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/** The function that Next.js calls for an address: looked up in the folder that its path stands for. */
export async function routeHandler(id: EndpointId): Promise<Handler> {
  const { path, method }: Endpoint = ENDPOINTS[id];
  const folder = path.replace(/\{(\w+)\}/g, "[$1]");
  const file = join(process.cwd(), "app", folder, "route.ts");
  const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, Handler>;
  const handler = module[method];
  if (handler === undefined) throw new Error(`${file} has no ${method}.`);
  return handler;
}

export interface Caller {
  cookie?: string;
  key?: string;
  workspaceSlug: string;
}

interface Changes {
  json?: unknown;
  /** In place of the JSON, with the content type of JSON. */
  text?: string;
  /** As a file is sent, in place of the sample's. */
  bytes?: string | Uint8Array<ArrayBuffer>;
  query?: string;
  params?: Record<string, string>;
  headers?: Record<string, string>;
}

/** Sends an address its sample request, as somebody and with changes. */
export async function callEndpoint(id: EndpointId, caller: Caller, changes: Changes = {}): Promise<Response> {
  const { path, method, access }: Endpoint = ENDPOINTS[id];
  const sample = { ...SAMPLE_REQUESTS[id], ...changes };
  const params = sample.params ?? {};
  const named = access === "public" || access === "signed_in" ? [] : [`workspace=${caller.workspaceSlug}`];
  const query = [...named, ...(sample.query ? [sample.query] : [])].join("&");
  const address = path.replace(/\{(\w+)\}/g, (_match, name: string) =>
    encodeURIComponent(params[name] ?? ""),
  );
  const { cookie, key } = caller;
  const request = apiRequest({
    method,
    path: query === "" ? address : `${address}?${query}`,
    ...(cookie !== undefined && { cookie }),
    ...(key !== undefined && { key }),
    ...body(sample),
  });
  return (await routeHandler(id))(request, { params: Promise.resolve(params) });
}

function body({ json, bytes, text, headers = {} }: Changes) {
  if (text !== undefined) return { body: text, headers: { "content-type": "application/json", ...headers } };
  if (bytes !== undefined) {
    return { body: bytes, headers: { "content-type": "application/octet-stream", ...headers } };
  }
  return { headers, ...(json !== undefined && { json }) };
}
