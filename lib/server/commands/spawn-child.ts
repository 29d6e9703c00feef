import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { join } from "node:path";

const EXIT_WITH_PARENT = join(import.meta.dirname, "exit-with-parent.cjs");
const NEXT = join(process.cwd(), "node_modules/next/dist/bin/next");

/** Runs a command of Next.js in a process that does not outlive this one. */
export function spawnNext(
  parameters: readonly string[],
  environment: Record<string, string>,
  [stdout, stderr]: ["ignore" | "inherit" | "pipe", "inherit" | "pipe"],
): ChildProcess {
  const stdio: StdioOptions = ["ignore", stdout, stderr, "ipc"];
  return spawn(process.execPath, ["--require", EXIT_WITH_PARENT, NEXT, ...parameters], {
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: "1",
      PIXELCAST_PARENT: String(process.pid),
      ...environment,
    },
    stdio,
  });
}
