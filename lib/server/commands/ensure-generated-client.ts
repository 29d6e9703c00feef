import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "@/lib/server/postgres/file-lock";

const GENERATED = join(process.cwd(), "lib/server/generated");
const CLIENT = join(GENERATED, "prisma/client.ts");
const STAMP = join(GENERATED, "schema.sha256");
const INPUTS = ["prisma/schema.prisma", "node_modules/prisma/package.json"];

/** Generates the database client when it is missing or older than the schema or Prisma itself. */
export async function ensureGeneratedClient(): Promise<void> {
  if (isCurrent()) return;
  mkdirSync(GENERATED, { recursive: true });
  await withLock(join(GENERATED, "lock"), 120_000, async () => {
    if (isCurrent()) return;
    await generate();
    writeFileSync(STAMP, inputHash());
  });
}

function isCurrent(): boolean {
  return existsSync(CLIENT) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === inputHash();
}

function inputHash(): string {
  const hash = createHash("sha256");
  for (const path of INPUTS) hash.update(readFileSync(join(process.cwd(), path)));
  return hash.digest("hex");
}

function generate(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
      env: {
        ...process.env,
        // The command-line tool insists on an engine that generating does not use, and would download it.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += String(chunk)));
    child.stderr.on("data", (chunk) => (output += String(chunk)));
    child.once("error", reject);
    child.once("close", (status) => {
      if (status === 0) resolve();
      else reject(new Error(`\`prisma generate\` failed:\n${output.trim()}`));
    });
  });
}
