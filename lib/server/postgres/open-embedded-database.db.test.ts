import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withClient } from "@/lib/server/migrations/with-client";
import {
  openEmbeddedDatabase,
  type EmbeddedDatabase,
  type EmbeddedDatabaseOptions,
} from "./open-embedded-database";
import { runningPostmaster } from "./postmaster";
import { isAlive } from "./process-identity";

const isRoot = process.getuid?.() === 0;
const HOLDER = join(import.meta.dirname, "../testing/hold-database-open.ts");

let template: string;
let dataDirectory: string;
/** Where nothing has been started yet. */
let freshDirectory: string;
let opened: EmbeddedDatabase[];
let holders: ChildProcess[];

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), "pixelcast-embedded-"));
  chmodSync(directory, 0o755);
  return directory;
}

// Most tests begin with a copy of one database that exists already, because making one takes most of a second.
beforeAll(async () => {
  template = temporaryDirectory();
  await (await openEmbeddedDatabase({ dataDirectory: template, durability: "throwaway" })).close();
});

afterAll(() => rmSync(template, { recursive: true, force: true }));

beforeEach(() => {
  dataDirectory = temporaryDirectory();
  freshDirectory = join(dataDirectory, "fresh");
  cpSync(template, dataDirectory, { recursive: true });
  opened = [];
  holders = [];
});

afterEach(async () => {
  for (const holder of holders) holder.kill("SIGKILL");
  for (const database of opened) await database.close();
  for (const { directory } of opened) rmSync(directory, { recursive: true, force: true });
  rmSync(dataDirectory, { recursive: true, force: true });
});

async function open(options: Partial<EmbeddedDatabaseOptions> = {}): Promise<EmbeddedDatabase> {
  const database = await openEmbeddedDatabase({ dataDirectory, durability: "throwaway", ...options });
  opened.push(database);
  return database;
}

/** Opens the database in another process and resolves with its URL. */
async function hold(directory = dataDirectory): Promise<{ holder: ChildProcess; url: string }> {
  const holder = spawn(process.execPath, ["--import", "tsx", HOLDER, directory], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  holders.push(holder);
  const [line] = (await once(holder.stdout, "data")) as [Buffer];
  return { holder, url: line.toString("utf8").trim() };
}

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  return withClient(url, async (client) => (await client.query<Row>(text)).rows);
}

async function remember(url: string): Promise<void> {
  await query(url, "CREATE TABLE memory AS SELECT 'kept' AS word");
}

async function expectRemembered(url: string): Promise<void> {
  expect(await query(url, "SELECT word FROM memory")).toEqual([{ word: "kept" }]);
}

function postmasterOf(database: EmbeddedDatabase): { pid: number; startedAt: string } {
  const postmaster = runningPostmaster(join(database.directory, "cluster"));
  if (postmaster === null) throw new Error("No server runs.");
  return postmaster.identity;
}

describe("the embedded database", () => {
  it("is durable, closed to other machines, and the same on every system", async () => {
    const { url } = await open({ dataDirectory: freshDirectory, durability: "durable" });
    const names = [
      "fsync",
      "synchronous_commit",
      "full_page_writes",
      "data_checksums",
      "listen_addresses",
      "unix_socket_directories",
      "server_encoding",
      "timezone",
    ];
    const rows = await query(
      url,
      `SELECT name, current_setting(name) AS value FROM unnest(ARRAY['${names.join("','")}']) name`,
    );
    expect(Object.fromEntries(rows.map(({ name, value }) => [name, value]))).toEqual({
      fsync: "on",
      synchronous_commit: "on",
      full_page_writes: "on",
      data_checksums: "on",
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      server_encoding: "UTF8",
      timezone: "UTC",
    });
    expect(
      await query(
        url,
        "SELECT datlocprovider AS p, datlocale AS l FROM pg_database WHERE datname = current_database()",
      ),
    ).toEqual([{ p: "b", l: "C.UTF-8" }]);
  });

  it("lets nobody in without the password", async () => {
    const { url } = await open();
    await expect(query(url.replace(/:[^:@]+@/, ":guess@"), "SELECT 1")).rejects.toThrow(
      /authentication failed/,
    );
  });

  it("keeps its data and its port from one start to the next", async () => {
    const first = await open();
    await remember(first.url);
    await first.close();
    expect(first.isRunning()).toBe(false);
    const second = await open();
    expect(second.url).toBe(first.url);
    await expectRemembered(second.url);
  });

  it("stops when the last user closes it, not before", async () => {
    const [first, second] = [await open(), await open()];
    await first.close();
    expect(await query(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await second.close();
    expect(second.isRunning()).toBe(false);
  });
});

describe("after the server was killed", () => {
  it("recovers what was committed", async () => {
    const first = await open({ durability: "durable" });
    await remember(first.url);
    process.kill(postmasterOf(first).pid, "SIGKILL");
    await expectRemembered((await open()).url);
  });

  it("comes back under the same URL", async () => {
    const database = await open({ durability: "durable" });
    await remember(database.url);
    process.kill(postmasterOf(database).pid, "SIGKILL");
    while (database.isRunning()) await sleep(10);
    expect(await database.restart()).toBe(database.url);
    await expectRemembered(database.url);
  });

  it("is not deceived by a process id that now belongs to another program", async () => {
    const first = await open();
    await remember(first.url);
    await first.close();
    const pidFile = join(first.directory, "cluster/postmaster.pid");
    writeFileSync(pidFile, [process.pid, join(first.directory, "cluster"), "1", "5432", "", ""].join("\n"));
    expect(first.isRunning()).toBe(false);
    await expectRemembered((await open()).url);
  });
});

describe("after the command was killed", () => {
  it("adopts the server that still runs, and stops it in the end", async () => {
    const { holder, url } = await hold();
    await remember(url);
    holder.kill("SIGKILL");
    await once(holder, "exit");
    const database = await open();
    expect(database.url).toBe(url);
    await expectRemembered(url);
    const postmaster = postmasterOf(database);
    await database.close();
    expect(isAlive(postmaster)).toBe(false);
  });
});

describe("several starts at once", () => {
  it("share one server on one cluster", async () => {
    const held = await Promise.all([hold(freshDirectory), hold(freshDirectory), hold(freshDirectory)]);
    const clusters = await Promise.all(
      held.map(({ url }) => query(url, "SELECT system_identifier FROM pg_control_system()")),
    );
    expect(new Set(held.map(({ url }) => url)).size).toBe(1);
    expect(clusters[1]).toEqual(clusters[0]);
    expect(clusters[2]).toEqual(clusters[0]);

    const database = await open({ dataDirectory: freshDirectory });
    const postmaster = postmasterOf(database);
    await database.close();
    expect(isAlive(postmaster)).toBe(true);
    await Promise.all(
      held.map(async ({ holder }) => {
        holder.stdin?.end();
        await once(holder, "exit");
      }),
    );
    expect(isAlive(postmaster)).toBe(false);
  });
});

describe("in difficult places", () => {
  it("takes another port when its own is taken", async () => {
    const first = await open();
    await remember(first.url);
    await first.close();
    const squatter = createServer();
    squatter.listen(Number(new URL(first.url).port), "127.0.0.1");
    await once(squatter, "listening");
    try {
      const second = await open();
      expect(second.url).not.toBe(first.url);
      await expectRemembered(second.url);
    } finally {
      squatter.close();
    }
  });

  it("works in a folder that only this user may enter", async () => {
    const closed = join(dataDirectory, "closed");
    mkdirSync(closed, { mode: 0o700 });
    const messages: string[] = [];
    const options = {
      dataDirectory: join(closed, ".data"),
      report: (message: string) => messages.push(message),
    };
    const first = await open(options);
    await remember(first.url);
    await first.close();
    await expectRemembered((await open(options)).url);
    // PostgreSQL does not run as root, and the user it runs as cannot enter; everyone else stays where they are.
    expect(first.directory.startsWith("/var/lib/pixelcast/")).toBe(isRoot);
    expect(lstatSync(join(closed, ".data/postgres")).isSymbolicLink()).toBe(isRoot);
    expect(messages.length).toBe(isRoot ? 1 : 0);
  });

  it("works in a data folder that only this user may enter", async () => {
    mkdirSync(freshDirectory, { mode: 0o700 });
    const { directory, url } = await open({ dataDirectory: freshDirectory });
    expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(directory).toBe(join(freshDirectory, "postgres"));
    // PostgreSQL's user may pass through, and nobody may look around.
    expect(statSync(freshDirectory).mode & 0o777).toBe(isRoot ? 0o701 : 0o700);
  });

  it("starts on a copy of the folder that belongs to whoever made it", async () => {
    const first = await open();
    await remember(first.url);
    await first.close();
    const copied = join(dataDirectory, "copied");
    cpSync(first.directory, join(copied, "postgres"), { recursive: true });
    expect(lstatSync(join(copied, "postgres/cluster/base")).uid).toBe(process.getuid?.());
    await expectRemembered((await open({ dataDirectory: copied })).url);
  });

  it("gets in again when the password is lost", async () => {
    const first = await open();
    await remember(first.url);
    await first.close();
    rmSync(join(first.directory, "connection.json"));
    const second = await open();
    expect(new URL(second.url).password).not.toBe(new URL(first.url).password);
    await expectRemembered(second.url);
  });

  it("keeps the password to its owner", async () => {
    const { directory, url } = await open();
    const path = join(directory, "connection.json");
    expect(lstatSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, "utf8")).toContain(new URL(url).password);
  });

  it("touches nothing that is not its own", async () => {
    const cluster = join(freshDirectory, "postgres/cluster");
    mkdirSync(cluster, { recursive: true, mode: 0o700 });
    writeFileSync(join(cluster, "diary.txt"), "mine");
    await expect(open({ dataDirectory: freshDirectory })).rejects.toThrow(
      /not a PostgreSQL database.*PIXELCAST_DATA_DIR/,
    );
    expect(readFileSync(join(cluster, "diary.txt"), "utf8")).toBe("mine");
    expect(realpathSync(cluster)).toBe(cluster);
    expect(lstatSync(cluster).uid).toBe(process.getuid?.());
  });

  it("begins anew after a first start that was cut off", async () => {
    const abandoned = join(freshDirectory, "postgres/new-abandoned/cluster");
    mkdirSync(abandoned, { recursive: true });
    writeFileSync(join(abandoned, "PG_VERSION"), "18\n");
    const { url } = await open({ dataDirectory: freshDirectory });
    expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("says what to do about data of another PostgreSQL", async () => {
    const first = await open();
    await first.close();
    writeFileSync(join(first.directory, "cluster/PG_VERSION"), "17\n");
    await expect(open()).rejects.toThrow(/written by PostgreSQL 17/);
  });
});
