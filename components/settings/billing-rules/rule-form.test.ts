import { describe, expect, it } from "vitest";
import { EMPTY_RULE_FORM, readRuleForm, toRuleForm, type RuleFormValues } from "./rule-form";

const read = (values: Partial<RuleFormValues>) => readRuleForm({ ...EMPTY_RULE_FORM, ...values });

describe("readRuleForm", () => {
  it("reads back the rule that it was filled with", () => {
    const rule = {
      provider: "wisgate",
      outcome: "failed",
      httpStatusFrom: 500,
      httpStatusTo: 599,
      errorCode: "upstream_*",
      verdict: "billed",
      note: "By mail",
      sourceUrl: "https://example.com/",
    } as const;
    expect(readRuleForm(toRuleForm(rule))).toEqual({ body: rule });
  });

  it("takes one status for exactly that one", () => {
    expect(read({ httpStatusFrom: " 429 " })).toMatchObject({
      body: { httpStatusFrom: 429, httpStatusTo: 429 },
    });
    expect(read({ httpStatusTo: "499" })).toMatchObject({
      body: { httpStatusFrom: null, httpStatusTo: 499 },
    });
  });

  it.each<[Partial<RuleFormValues>, string[]]>([
    [{}, ["provider"]],
    [{ provider: "  " }, ["provider"]],
    [{ httpStatusFrom: "many" }, ["httpStatusFrom"]],
    [{ httpStatusFrom: "99" }, ["httpStatusFrom"]],
    [{ httpStatusFrom: "500", httpStatusTo: "499" }, ["httpStatusTo"]],
    [{ httpStatusFrom: "500", httpStatusTo: "600" }, ["httpStatusTo"]],
    [{ errorCode: "a*b" }, ["errorCode"]],
    [{ errorCode: "*" }, ["errorCode"]],
    [{ provider: "openai", sourceUrl: "example" }, ["sourceUrl"]],
  ])("names the box that is wrong in %j", (values, fields) => {
    const reading = read(values);
    expect("errors" in reading ? Object.keys(reading.errors) : []).toEqual(fields);
  });
});
