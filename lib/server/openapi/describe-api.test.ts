import { expect, test } from "vitest";
import { ENDPOINTS } from "@/lib/contracts/endpoints";
import type { Endpoint } from "@/lib/contracts/endpoint";
import { describeApi } from "./describe-api";

interface Operation {
  operationId: string;
  description: string;
  security: Record<string, string[]>[];
  parameters?: { in: string; name: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>;
}

const document = JSON.parse(JSON.stringify(describeApi())) as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown>; securitySchemes: object };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

function find(operationId: keyof typeof ENDPOINTS): Operation {
  return operations.find((operation) => operation.operationId === operationId)!;
}

test("it is OpenAPI 3.1 and holds every address once", () => {
  expect(document.openapi).toBe("3.1.0");
  const described = operations
    .map(({ operationId, method, path }) => `${operationId} ${method} ${path}`)
    .sort();
  const contracts = Object.entries<Endpoint>(ENDPOINTS);
  expect(described).toEqual(
    contracts.map(([id, { method, path }]) => `${id} ${method.toLowerCase()} ${path}`).sort(),
  );
});

test("every parameter of an address is described, and every reference leads somewhere", () => {
  for (const { path, parameters = [] } of operations) {
    const inPath = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
    expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  }
  const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)];
  expect(references.length).toBeGreaterThan(50);
  for (const [, name] of references) expect(document.components.schemas).toHaveProperty(name!);
});

test("it says who may call", () => {
  expect(find("setUp").security).toEqual([]);
  expect(find("getMe").security).toEqual([{ session: [] }]);
  expect(find("createApiKey").security).toEqual([{ session: [] }]);
  expect(find("listCalls").security).toEqual([{ apiKey: [] }, { session: [] }]);
  expect(find("recordCalls").description).toContain("the scope `ingest`");
  expect(Object.keys(document.components.securitySchemes)).toEqual(["apiKey", "session"]);
});

test("addresses of a workspace take its name, others do not", () => {
  const takes = (id: keyof typeof ENDPOINTS) =>
    (find(id).parameters ?? []).some(({ in: place, name }) => place === "query" && name === "workspace");
  expect(takes("listCalls")).toBe(true);
  expect(takes("deleteScenario")).toBe(true);
  expect(takes("getMe")).toBe(false);
  expect(takes("setUp")).toBe(false);
});

test("it says what is sent, what is answered and how it fails", () => {
  const { requestBody, responses } = find("recordCalls");
  expect(Object.keys(requestBody!.content)).toEqual(["application/json", "application/x-ndjson"]);
  expect(JSON.stringify(requestBody!.content["application/json"])).toContain('#/components/schemas/Call"');
  expect(responses["200"]?.content).toHaveProperty(["application/json"]);
  expect(responses["401"]?.description).toContain("`api_key_revoked`");
  expect(responses["413"]?.content).toEqual({
    "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
  });
  expect(find("exportMonth").responses["200"]?.content).toHaveProperty(["text/csv"]);
  expect(find("deleteScenario").responses).toHaveProperty("204");
  expect(find("createWorkspace").responses).toHaveProperty("201");
  expect(find("listCalls").responses).not.toHaveProperty("413");
});

test("it names the refusals of single addresses", () => {
  expect(find("recordCalls").responses["429"]?.description).toContain("`too_many_requests`");
  expect(find("createConnector").responses["422"]?.description).toContain("`source_not_read`");
  expect(find("applyRepricing").responses["409"]?.description).toContain("`prices_changed`");
  expect(find("listCalls").responses).not.toHaveProperty("429");
});
