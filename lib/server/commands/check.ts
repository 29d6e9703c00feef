import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

/**
 * `npm test`: every check there is, ending with a line of counts. A check without tests of its own counts as one.
 * `-- --only unit,database` runs some of them.
 */
interface Step {
  name: string;
  command: readonly [string, ...string[]];
  environment?: Record<string, string>;
  /** Reads the counts from the report that the command wrote, when it has tests of its own. */
  count?: () => Counts;
}

interface Counts {
  passed: number;
  failed: number;
}

const reports = mkdtempSync(join(tmpdir(), "pixelcast-check-"));

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numFailedTestSuites: number;
}

function vitest(name: string, project: string): Step {
  const report = join(reports, `${project}.json`);
  return {
    name,
    command: [
      "npx",
      "vitest",
      "run",
      "--project",
      project,
      "--reporter=dot",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    count: () => {
      const counts = JSON.parse(readFileSync(report, "utf8")) as VitestReport;
      // A skipped test is not a passed one, and a file that cannot load has no tests to fail.
      const failed = counts.numFailedTests + counts.numPendingTests;
      return {
        passed: counts.numPassedTests,
        failed: Math.max(failed, counts.numFailedTestSuites > 0 ? 1 : 0),
      };
    },
  };
}

function endToEnd(): Step {
  const report = join(reports, "e2e.json");
  return {
    name: "end-to-end",
    command: ["npx", "playwright", "test", "--reporter=dot,json"],
    environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    count: () => {
      const { stats } = JSON.parse(readFileSync(report, "utf8")) as {
        stats: { expected: number; unexpected: number; flaky: number; skipped: number };
      };
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
    },
  };
}

/** What the others read: Prisma's client and the types that Next.js derives from the routes. */
const FIRST: Step[] = [
  { name: "generate", command: ["npm", "run", "generate"] },
  { name: "route types", command: ["npx", "next", "typegen"] },
];

/**
 * Two lanes, for two cores: what only reads the sources, and the build, beside the tests. What is in `last` needs the
 * build, and the machine to itself.
 */
const LANES: Step[][] = [
  [
    { name: "types", command: ["npx", "tsc", "--noEmit"] },
    { name: "lint", command: ["npx", "eslint", ".", "--max-warnings=0"] },
    { name: "format", command: ["npx", "prettier", "--check", "--log-level=warn", "."] },
    { name: "unused code", command: ["npx", "knip"] },
    { name: "build", command: ["npm", "run", "build"] },
  ],
  [vitest("unit", "unit"), vitest("database", "db")],
];
const LAST: Step[] = [endToEnd()];

function run(step: Step): Promise<Counts> {
  const startedAt = Date.now();
  return new Promise((resolve) => {
    const [program, ...parameters] = step.command;
    const child = spawn(program, parameters, {
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", FORCE_COLOR: "0", ...step.environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
    child.on("close", (code) => {
      const counts = readCounts(step, code === 0);
      const seconds = Math.round((Date.now() - startedAt) / 1000);
      console.log(
        `${counts.failed === 0 ? "ok  " : "FAIL"} ${step.name} (${counts.passed} passed, ${counts.failed} failed, ${seconds} s)`,
      );
      if (counts.failed > 0) console.log(Buffer.concat(output).toString("utf8"));
      resolve(counts);
    });
  });
}

/** A command that failed has failed at least once, whatever its report says. */
function readCounts(step: Step, succeeded: boolean): Counts {
  if (step.count === undefined) return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    const counts = step.count();
    return { passed: counts.passed, failed: succeeded ? counts.failed : Math.max(counts.failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function runInOrder(steps: readonly Step[]): Promise<Counts> {
  const sum = { passed: 0, failed: 0 };
  for (const step of steps) {
    const counts = await run(step);
    sum.passed += counts.passed;
    sum.failed += counts.failed;
  }
  return sum;
}

const { values } = parseArgs({ options: { only: { type: "string" } } });
const only = values.only?.split(",");
const chosen = (steps: readonly Step[]): Step[] =>
  steps.filter((step) => only === undefined || only.includes(step.name));

const first = await runInOrder(FIRST);
const lanes = await Promise.all(LANES.map((lane) => runInOrder(chosen(lane))));
const sums = [first, ...lanes, await runInOrder(chosen(LAST))];
rmSync(reports, { recursive: true, force: true });

const passed = sums.reduce((sum, counts) => sum + counts.passed, 0);
const failed = sums.reduce((sum, counts) => sum + counts.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
