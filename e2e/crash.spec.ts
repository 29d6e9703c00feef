import { expect, test } from "@playwright/test";
import { runCrashCycles } from "../bench/crash/run-cycles";

test("what was acknowledged is there once, whatever was killed meanwhile", async () => {
  test.setTimeout(240_000);
  const report = await runCrashCycles({ cycles: 3, clients: 3, seed: 20_261_103 });
  expect(report.kills).toEqual({ node: 1, postgres: 1, both: 1 });
  expect(report.acknowledged).toBeGreaterThan(100);
  expect(report).toMatchObject({ lost: [], surplus: [] });
  expect(report.recount).toMatch(/ 0 differences$/);
});
