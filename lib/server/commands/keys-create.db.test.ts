import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, it } from "vitest";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";

useTestDatabase();

beforeAll(async () => {
  await inWorkspace("w1", (tx) =>
    tx.workspace.create({ data: { id: "w1", slug: "demo", name: "Demo", timeZone: "UTC" } }),
  );
});

const COMMAND = join(import.meta.dirname, "keys-create.ts");

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** As `npm run -s keys:create` runs it, with the settings of the test database. */
async function createKey(...parameters: string[]): Promise<Outcome> {
  const options = ["--conditions=react-server", "--import", "tsx", COMMAND, ...parameters];
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, options)) };
  } catch (error) {
    const { code, stdout, stderr } = error as Outcome;
    return { code, stdout, stderr };
  }
}

it("prints one key and nothing else", async () => {
  const { code, stdout, stderr } = await createKey("--workspace", "demo", "--scopes", "ingest,read");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^pxc_live_\w+\n$/);
  const keys = await inWorkspace("w1", (tx) => tx.apiKey.findMany());
  expect(keys).toMatchObject([{ name: "Command line", scopes: ["read", "ingest"], createdById: null }]);
});

it.each([
  [["--workspace", "nowhere", "--scopes", "read"], "There is no workspace named nowhere."],
  [
    ["--workspace", "demo", "--scopes", "read,admin"],
    'There is no scope "admin". Scopes are read, write, ingest.',
  ],
  [["--workspace", "demo"], "Usage: npm run -s keys:create --"],
  [["--workspce", "demo"], "Unknown option '--workspce'"],
])("refuses %j on stderr, with exit code 1", async (parameters, message) => {
  const { code, stdout, stderr } = await createKey(...parameters);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(message);
});
