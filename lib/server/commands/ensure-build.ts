import { once } from "node:events";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "@/lib/server/postgres/file-lock";
import { spawnNext } from "./spawn-child";

const OUTPUT = join(process.cwd(), ".next");
const STAMP = join(OUTPUT, "pixelcast-sources.sha256");
/** Not in the project folder itself: Next.js follows every link it finds there. */
const LOCK = join(process.cwd(), "lib/server/generated/build.lock");
const PATIENCE_MS = 10 * 60_000;

const FOLDERS = ["app", "components", "lib", "public"];
const FILES = [
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "prisma/schema.prisma",
  "proxy.ts",
  "tsconfig.json",
];
/** What no page is made of, and what is generated from the schema. */
const LEFT_OUT = /\.test\.tsx?$|\/testing\/|^lib\/server\/(commands|generated)\//;

/** Builds the production server unless the build there is was made from the same sources. */
export async function ensureBuild(report: (message: string) => void, signal: AbortSignal): Promise<void> {
  await withLock(LOCK, PATIENCE_MS, async () => {
    const sources = hashSources();
    if (isBuiltFrom(sources)) return;
    report("Building the web server, which takes up to a minute the first time and after a change.");
    rmSync(STAMP, { force: true });
    await build(signal);
    writeFileSync(STAMP, sources);
  });
}

function isBuiltFrom(sources: string): boolean {
  return existsSync(join(OUTPUT, "BUILD_ID")) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources;
}

function hashSources(): string {
  const hash = createHash("sha256");
  const inFolders = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const path of [...inFolders, ...FILES].sort()) {
    if (LEFT_OUT.test(path) || !existsSync(path)) continue;
    hash.update(`${path}\0`).update(createHash("sha256").update(readFileSync(path)).digest());
  }
  return hash.digest("hex");
}

async function build(signal: AbortSignal): Promise<void> {
  const child = spawnNext(["build"], { NODE_ENV: "production" }, ["pipe", "pipe"]);
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => output.push(chunk));
  // A build that was begun is worth nothing, and its compiler hears no gentler signal until it is done.
  const stop = (): boolean => child.kill("SIGKILL");
  signal.addEventListener("abort", stop);
  const [status] = (await once(child, "close")) as [number | null];
  signal.removeEventListener("abort", stop);
  signal.throwIfAborted();
  if (status !== 0 || !existsSync(join(OUTPUT, "BUILD_ID")))
    throw new Error(`The build failed:\n${Buffer.concat(output).toString("utf8").trim()}`);
}
