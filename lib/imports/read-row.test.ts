import { describe, expect, it } from "vitest";
import type { FieldRule, ImportMapping } from "./mapping";
import { createCallReader } from "./read-row";

const column = (name: string, rest: Partial<FieldRule> = {}): FieldRule => ({
  column: name,
  translate: null,
  assumed: null,
  ...rest,
});
const assumed = (value: string): FieldRule => ({ column: null, translate: null, assumed: value });

function readCall(
  fields: ImportMapping["fields"],
  cells: Record<string, string>,
  rest: Partial<ImportMapping> = {},
) {
  const mapping: ImportMapping = {
    timeZone: "Asia/Shanghai",
    fields,
    tags: {},
    repeats: "count_once",
    ...rest,
  };
  const row = { line: 2, raw: "", problem: null, cells: new Map(Object.entries(cells)) };
  return createCallReader(mapping)(row);
}

/** One field read from one cell. */
function readOne(field: keyof ImportMapping["fields"], cell: string, rest: Partial<FieldRule> = {}) {
  const reading = readCall({ [field]: column("c", rest) }, { c: cell });
  if ("isLeftOut" in reading) throw new Error("No row of these tests is left out.");
  return "reason" in reading ? reading.reason : reading.call[field];
}

describe("createCallReader", () => {
  it("reads a row of a real log whose columns are not ours", () => {
    const steps = [
      { below: 28, value: "low" },
      { below: 40, value: "medium" },
    ];
    const fields: ImportMapping["fields"] = {
      occurredAt: column("gmt_create"),
      model: assumed("gpt-image-2"),
      size: assumed("1024x1024"),
      quality: column("num_inference_steps", { translate: { kind: "thresholds", steps, otherwise: "high" } }),
      operation: column("predict_type", {
        translate: { kind: "values", values: { TXT_2_IMG: "generation" }, otherwise: "edit" },
      }),
      outcome: column("predict_status", {
        translate: {
          kind: "values",
          values: { SUCCEED: "succeeded", FAILED: "failed" },
          otherwise: "unknown",
        },
      }),
      n: column("num_images_per_prompt"),
      latencyMs: column("exec_time_seconds", { translate: { kind: "multiply", by: 1000 } }),
    };
    const cells = {
      gmt_create: "2024-11-15 16:57:50",
      predict_type: "INPAINTING",
      predict_status: "PENDING",
      exec_time_seconds: "32.0",
      groupId: "G0000",
      num_images_per_prompt: "1.0",
      num_inference_steps: "",
    };
    expect(readCall(fields, cells, { tags: { group: "groupId", none: "absent" } })).toEqual({
      call: {
        occurredAt: "2024-11-15T08:57:50.000Z",
        model: "gpt-image-2",
        size: "1024x1024",
        operation: "edit",
        outcome: "unknown",
        n: 1,
        latencyMs: 32_000,
        tags: { group: "G0000" },
      },
    });
  });

  it("makes a usage object of token columns", () => {
    const fields = { textInputTokens: column("t"), imageInputTokens: column("i"), outputTokens: column("o") };
    expect(readCall(fields, { t: "26", i: "", o: "7024" })).toEqual({
      call: { usage: { input_tokens_details: { text_tokens: 26 }, output_tokens: 7024 } },
    });
    expect(readCall(fields, { t: "", i: "", o: "" })).toEqual({ call: {} });
  });

  it("names the field and the column of a cell that cannot be read", () => {
    expect(readCall({ n: column("count") }, { count: "many" })).toEqual({
      field: "n",
      reason: "count: “many” is not a number",
    });
  });

  it.each([
    ["27.9", "low"],
    ["28", "medium"],
    ["39.999", "medium"],
    ["40", "high"],
    ["4e1", "high"],
    ["-1", "low"],
    ["steps", "c: “steps” is not a number"],
    ["", undefined],
    ["NaN", undefined],
  ])("finds the step of %j", (cell, expected) => {
    const steps = [
      { below: 28, value: "low" },
      { below: 40, value: "medium" },
    ];
    expect(readOne("quality", cell, { translate: { kind: "thresholds", steps, otherwise: "high" } })).toBe(
      expected,
    );
  });

  it("takes what is assumed for an empty cell, and not for one that it cannot translate", () => {
    const translate = { kind: "values" as const, values: { ok: "succeeded" }, otherwise: null };
    const rule = { translate, assumed: "unknown" };
    expect(readOne("outcome", " ", rule)).toBe("unknown");
    expect(readOne("outcome", "null", rule)).toBe("unknown");
    expect(readOne("outcome", "ok", rule)).toBe("succeeded");
    expect(readOne("outcome", "constructor", rule)).toBe("c: “constructor” has no translation");
  });

  it.each([
    ["n", "4", 4],
    ["n", "4.0", 4],
    ["n", "1.5", "c: “1.5” is not a whole number"],
    ["n", "1,024", "c: “1,024” is not a number"],
    ["batch", "True", true],
    ["batch", "0", false],
    ["batch", "maybe", "c: “maybe” is neither true nor false"],
    ["stage", "Production", "production"],
    ["purpose", "Prompt tuning", "prompt_tuning"],
    ["size", "1024 × 1536", "1024x1536"],
    ["size", "Auto", "auto"],
    ["returnedSize", "1536 × 1024", "1536x1024"],
    ["returnedQuality", "High", "high"],
    ["outputFormat", "WEBP", "webp"],
    ["inputImages", "2.0", 2],
    ["partialImages", "0", 0],
    ["chargedUsd", "$0.21", "0.210000000"],
    ["chargedUsd", "5.268e-05", "0.000052680"],
    ["chargedUsd", "0.00528000000000001", "0.005280000"],
    ["chargedUsd", "-1", "c: “-1” is negative"],
    ["chargedUsd", "free", "c: “free” is not an amount such as 0.21"],
    ["occurredAt", "1732000000", "2024-11-19T07:06:40.000Z"],
    ["occurredAt", "2024-02-30", "c: 2024-02-30 is not a date"],
    ["id", " req_1 ", "req_1"],
  ] as const)("reads %s from %j", (field, cell, expected) => {
    expect(readOne(field, cell)).toBe(expected);
  });

  it("multiplies exactly, rounding only what must be whole", () => {
    const by = (factor: number) => ({ translate: { kind: "multiply" as const, by: factor } });
    expect(readOne("latencyMs", "1.2345", by(1000))).toBe(1234);
    expect(readOne("latencyMs", "1.2355", by(1000))).toBe(1236);
    expect(readOne("chargedUsd", "21.085", by(0.01))).toBe("0.210850000");
  });
});
