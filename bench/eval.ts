import { parseArgs } from "node:util";
import { readRequestLog } from "./eval/request-log";
import { runEval } from "./eval/run-eval";

/**
 * `npm run eval -- --data <folder or file>`: whether a real log that somebody has at hand comes in as it is, and to the last
 * digit. Exit code 1 when anything differs.
 */
const { values } = parseArgs({ options: { data: { type: "string" } } });
if (values.data === undefined) throw new Error("Name the log: npm run eval -- --data <folder or file>");
const log = readRequestLog(values.data);
const startedAt = performance.now();
const checks = await runEval(log, console.log);
console.log(checks.table);
console.log(`${Math.round((performance.now() - startedAt) / 1000)} seconds`);
process.exitCode = checks.areRight ? 0 : 1;
