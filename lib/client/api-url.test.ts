import { describe, expect, it } from "vitest";
import { z } from "zod";
import { endpoint } from "@/lib/contracts/endpoint";
import { apiUrl } from "./api-url";

const listThings = endpoint({
  method: "GET",
  path: "/api/v1/boxes/{boxId}/things",
  summary: "",
  access: "viewWorkspace",
  params: z.strictObject({ boxId: z.string() }),
  query: z.object({ month: z.string().optional(), limit: z.coerce.number().optional() }),
});

describe("apiUrl", () => {
  it("fills in the path, the workspace and what is asked for", () => {
    const url = apiUrl(listThings, {
      workspace: "demo",
      params: { boxId: "a" },
      query: { month: "2026-11", limit: 5 },
    });
    expect(url).toBe("/api/v1/boxes/a/things?workspace=demo&month=2026-11&limit=5");
  });

  it("escapes what would change the address", () => {
    expect(apiUrl(listThings, { params: { boxId: "a/b?c" }, query: { month: "a&b" } })).toBe(
      "/api/v1/boxes/a%2Fb%3Fc/things?month=a%26b",
    );
  });

  it("leaves out what is empty or absent", () => {
    expect(apiUrl(listThings, { params: { boxId: "a" }, query: { month: "", limit: undefined } })).toBe(
      "/api/v1/boxes/a/things",
    );
  });

  it("refuses an address whose parameter is missing", () => {
    expect(() => apiUrl(listThings, { params: {} as { boxId: string } })).toThrow(RangeError);
  });
});
