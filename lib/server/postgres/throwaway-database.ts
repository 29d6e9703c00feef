import { chmodSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbeddedDatabase } from "./open-embedded-database";
import { runningPostmaster, stopPostmaster } from "./postmaster";
import { identifyProcess } from "./process-identity";

export interface ThrowawayDatabase {
  url: string;
  close: () => Promise<void>;
}

const PREFIX = "pixelcast-throwaway-";

/** An empty database server that forgets everything when it is closed, and trades safety for speed until then. */
export async function openThrowawayDatabase(): Promise<ThrowawayDatabase> {
  await removeAbandoned();
  const dataDirectory = createOpenDirectory(`${PREFIX}${process.pid}-`);
  const database = await openEmbeddedDatabase({ dataDirectory, durability: "throwaway" });
  return {
    url: database.url,
    close: async () => {
      await database.close();
      rmSync(database.directory, { recursive: true, force: true });
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** A temporary folder that PostgreSQL's own user may enter, which mkdtemp's are not. */
export function createOpenDirectory(prefix: string): string {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), prefix));
  chmodSync(directory, 0o755);
  return directory;
}

/** A test run that was killed leaves its server running. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (!pid || identifyProcess(pid) !== null) continue;
    const directory = join(tmpdir(), name);
    const postmaster = runningPostmaster(join(directory, "postgres/cluster"));
    if (postmaster !== null) await stopPostmaster(postmaster.identity);
    rmSync(directory, { recursive: true, force: true });
  }
}
