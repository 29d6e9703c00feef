import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

/**
 * `npm run fuzz -- --cases 500`: every address of the API is asked as often with what its description allows, and as often
 * with what it does not. Another seed asks other things.
 */
const { values } = parseArgs({
  options: { cases: { type: "string", default: "200" }, seed: { type: "string", default: "1" } },
});
const { status } = spawnSync(
  "npx",
  ["vitest", "run", "--project", "db", "--testTimeout", "3600000", "app/api/v1/fuzz.db.test.ts"],
  { stdio: "inherit", env: { ...process.env, FUZZ_CASES: values.cases, FUZZ_SEED: values.seed } },
);
process.exitCode = status ?? 1;
