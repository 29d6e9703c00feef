import { expect, test, vi } from "vitest";
import { problemSchema } from "@/lib/contracts/errors";
import { RequestError } from "./request-error";
import { respond } from "./respond";

async function failWith(error: Error) {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const response = await respond(new Request("http://localhost/api/v1/calls?model=secret"), () =>
    Promise.reject(error),
  );
  const problem = problemSchema.strict().parse(await response.json());
  return { response, problem, logged: written.mock.calls.map(([line]) => String(line)).join("") };
}

test("a success carries its request id and is not cached", async () => {
  const response = await respond(new Request("http://localhost/"), ({ requestId }) =>
    Promise.resolve(new Response(requestId)),
  );
  expect(response.headers.get("X-Request-Id")).toBe(await response.text());
  expect(response.headers.get("Cache-Control")).toBe("no-store");
});

test("a refusal is a problem document with everything that the handler said", async () => {
  const error = new RequestError("invalid_request", "n: Too many.", [{ path: "n", message: "Too many" }]);
  const { response, problem } = await failWith(error);
  expect(response.status).toBe(400);
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  expect(response.headers.get("X-Request-Id")).toBe(problem.requestId);
  expect(problem.requestId).toMatch(/^req_[\w-]{22}$/);
  expect(problem).toEqual({
    type: "urn:pixelcast:error:invalid_request",
    title: "The request is not valid",
    status: 400,
    code: "invalid_request",
    detail: "n: Too many.",
    requestId: problem.requestId,
    errors: [{ path: "n", message: "Too many" }],
  });
});

test("an unknown error is logged under its request id and told to nobody", async () => {
  const { problem, logged } = await failWith(new Error("password of the database is hunter2"));
  expect(problem).toMatchObject({ status: 500, code: "internal" });
  expect(JSON.stringify(problem)).not.toContain("hunter2");
  const line = JSON.parse(logged) as Record<string, unknown>;
  expect(line).toMatchObject({
    level: "error",
    event: "request_failed",
    requestId: problem.requestId,
    path: "/api/v1/calls",
    error: { message: "password of the database is hunter2" },
  });
  expect(logged).not.toContain("model=secret");
});

test.each([
  ["a refused connection", Object.assign(new Error("connect"), { code: "ECONNREFUSED" })],
  ["every address refused", new AggregateError([Object.assign(new Error("v6"), { code: "ECONNREFUSED" })])],
  ["a server that shuts down", Object.assign(new Error("terminating"), { code: "57P01" })],
  [
    "a wrapped cause",
    new Error("query", { cause: Object.assign(new Error("x"), { kind: "DatabaseNotReachable" }) }),
  ],
])("%s is answered as unavailable", async (_name, error) => {
  const { response, problem } = await failWith(error);
  expect(problem).toMatchObject({ status: 503, code: "unavailable" });
  expect(response.headers.get("Retry-After")).toBe("5");
});

test("a 401 names the scheme that would be accepted", async () => {
  const { response } = await failWith(new RequestError("not_signed_in", "Sign in."));
  expect(response.headers.get("WWW-Authenticate")).toContain("Bearer");
});
