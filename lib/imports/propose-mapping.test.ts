import { describe, expect, it } from "vitest";
import { mappingProblems } from "./mapping-problems";
import { proposeMapping } from "./propose-mapping";

const plain = (column: string) => ({ column, translate: null, assumed: null });
const rowsOf = (...rows: Record<string, string>[]) => rows.map((row) => new Map(Object.entries(row)));

describe("proposeMapping", () => {
  it("recognises our own names", () => {
    const columns = [
      "id",
      "occurredAt",
      "model",
      "workflow",
      "outcome",
      "chargedUsd",
      "tags.team",
      "imagesReturned",
    ];
    const rows = rowsOf({ id: "a", outcome: "succeeded" }, { id: "b", outcome: "failed" });
    expect(proposeMapping(columns, rows, "UTC")).toEqual({
      timeZone: "UTC",
      fields: {
        id: plain("id"),
        occurredAt: plain("occurredAt"),
        model: plain("model"),
        workflow: plain("workflow"),
        outcome: plain("outcome"),
        imagesReturned: plain("imagesReturned"),
        chargedUsd: plain("chargedUsd"),
      },
      tags: { team: "tags.team" },
      repeats: "count_once",
    });
  });

  it("recognises a provider's names and the codes in them", () => {
    const columns = [
      "request_id",
      "created",
      "model",
      "status",
      "usage.input_tokens",
      "usage.output_tokens",
      "latency_s",
    ];
    const rows = rowsOf({ request_id: "a", status: "200" }, { request_id: "b", status: "429" });
    expect(proposeMapping(columns, rows, "UTC").fields).toEqual({
      id: plain("request_id"),
      occurredAt: plain("created"),
      model: plain("model"),
      httpStatus: plain("status"),
      inputTokens: plain("usage.input_tokens"),
      outputTokens: plain("usage.output_tokens"),
      latencyMs: { column: "latency_s", translate: { kind: "multiply", by: 1000 }, assumed: null },
    });
  });

  it("recognises what came back beside what was asked for", () => {
    const columns = [
      "request_id",
      "created",
      "model",
      "size",
      "quality",
      "response_size",
      "response_quality",
      "output_format",
      "reference_images",
      "partial_images",
    ];
    const row = { request_id: "a", size: "auto", quality: "auto", response_quality: "high" };
    const files = { reference_images: "2", partial_images: "0" };
    const rows = rowsOf({ ...row, ...files, response_size: "1536x1024", output_format: "image/jpeg" });
    expect(proposeMapping(columns, rows, "UTC").fields).toEqual({
      id: plain("request_id"),
      occurredAt: plain("created"),
      model: plain("model"),
      size: plain("size"),
      quality: plain("quality"),
      returnedSize: plain("response_size"),
      returnedQuality: plain("response_quality"),
      outputFormat: {
        column: "output_format",
        translate: { kind: "values", values: { "image/jpeg": "jpeg" }, otherwise: null },
        assumed: null,
      },
      inputImages: plain("reference_images"),
      partialImages: plain("partial_images"),
    });
  });

  it("does not take bytes for a size, addresses for a number or a transport for a format", () => {
    const columns = ["response_size", "input_images", "output_format"];
    const rows = rowsOf({
      response_size: "48213",
      input_images: "https://a/b.png",
      output_format: "b64_json",
    });
    expect(proposeMapping(columns, rows, "UTC").fields).toEqual({});
  });

  it("translates the words of other logs, spelled as the file spells them", () => {
    const columns = [
      "gmt_create",
      "predict_type",
      "predict_status",
      "num_images_per_prompt",
      "groupId",
      "userId",
    ];
    const rows = rowsOf(
      { predict_type: "TXT_2_IMG", predict_status: "SUCCEED" },
      { predict_type: "INPAINTING", predict_status: "PROCESSING" },
    );
    expect(proposeMapping(columns, rows, "Asia/Shanghai")).toMatchObject({
      fields: {
        occurredAt: plain("gmt_create"),
        operation: {
          column: "predict_type",
          translate: {
            kind: "values",
            values: { TXT_2_IMG: "generation", INPAINTING: "edit" },
            otherwise: null,
          },
        },
        outcome: {
          column: "predict_status",
          translate: {
            kind: "values",
            values: { SUCCEED: "succeeded", PROCESSING: "unknown" },
            otherwise: "unknown",
          },
        },
        n: plain("num_images_per_prompt"),
      },
      tags: { group: "groupId", user: "userId" },
    });
  });

  it("takes no column for an id whose values come again, and no cost that somebody computed", () => {
    const rows = rowsOf({ id: "u1", cost: "0.2" }, { id: "u1", cost: "0.2" });
    expect(proposeMapping(["id", "time", "cost"], rows, "UTC").fields).toEqual({ occurredAt: plain("time") });
  });
});

describe("mappingProblems", () => {
  const csv = { format: "csv" as const, delimiter: ",", columns: ["time", "team"] };

  it("names what every call needs and what the file lacks", () => {
    const mapping = {
      timeZone: "UTC",
      fields: { n: plain("count"), model: plain("model") },
      tags: { team: "team", user: "who" },
      repeats: "count_once" as const,
    };
    expect(mappingProblems(mapping, csv)).toEqual([
      { path: "mapping.fields.occurredAt", message: "Say which column holds the time" },
      { path: "mapping.fields.n", message: "The file has no column “count”" },
      { path: "mapping.fields.model", message: "The file has no column “model”" },
      { path: "mapping.tags.user", message: "The file has no column “who”" },
    ]);
  });

  it("lets JSON lines bring a key later, unless every call needs it", () => {
    const mapping = {
      timeZone: "UTC",
      fields: { occurredAt: plain("time"), model: plain("model"), n: plain("count") },
      tags: {},
      repeats: "count_once" as const,
    };
    expect(mappingProblems(mapping, { format: "jsonl", columns: ["time"] })).toEqual([
      { path: "mapping.fields.model", message: "The file has no column “model”" },
    ]);
  });
});
