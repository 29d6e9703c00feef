import { describe, expect, it } from "vitest";
import { ingestBodySchema } from "@/lib/contracts/calls";
import { callApiSnippet } from "./first-call-snippet";

describe("callApiSnippet", () => {
  const snippet = callApiSnippet({
    origin: "http://localhost:3000",
    apiKey: "pxc_live_abc",
    occurredAt: "2026-11-23T13:05:42.120Z",
  });

  it("sends what the API takes", () => {
    const [, body = ""] = /-d '([^']*)'/.exec(snippet) ?? [];
    expect(ingestBodySchema.safeParse(JSON.parse(body)).error).toBeUndefined();
    expect(body).toContain('"id": "first-call-20261123130542"');
  });

  it("is whole shell lines with the key in one place", () => {
    const lines = snippet.split("\n");
    expect(lines.slice(0, 3)).toEqual([
      "PIXELCAST_KEY='pxc_live_abc'",
      "curl http://localhost:3000/api/v1/calls \\",
      '  -H "Authorization: Bearer $PIXELCAST_KEY" \\',
    ]);
    expect(snippet.split("pxc_live_abc")).toHaveLength(2);
  });
});
