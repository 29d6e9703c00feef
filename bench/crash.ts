import { parseArgs } from "node:util";
import { runCrashCycles } from "./crash/run-cycles";

/** `npm run crash -- --cycles 200`: whether anything acknowledged is ever lost or counted twice. Exit code 1 when it is. */
const { values } = parseArgs({
  options: {
    cycles: { type: "string", default: "200" },
    clients: { type: "string", default: "4" },
    seed: { type: "string", default: "1" },
  },
});
const report = await runCrashCycles({
  cycles: Number(values.cycles),
  clients: Number(values.clients),
  seed: Number(values.seed),
  report: console.log,
});
console.log(JSON.stringify(report, null, 2));
process.exitCode =
  report.lost.length === 0 && report.surplus.length === 0 && / 0 differences$/.test(report.recount) ? 0 : 1;
