import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from "dependency-cruiser";
import { ESLint } from "eslint";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

const root = join(import.meta.dirname, "..");
const configuration = createRequire(import.meta.url)("../.dependency-cruiser.cjs") as {
  forbidden: { name: string }[];
  options: Record<string, unknown>;
};

/** Both tools read the whole project first, which takes a while on a busy machine. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** One forbidden import for each rule: the file that has it, what it says, and the files that it needs. */
const FORBIDDEN: Record<string, { file: string; imports: string; also?: Record<string, string> }> = {
  "pure-stays-pure": {
    file: "lib/variance/a.ts",
    imports: 'export * from "../money/b";',
    also: { "lib/money/b.ts": 'export * from "../server/c";', "lib/server/c.ts": "export const c = 1;" },
  },
  "pure-no-framework": {
    file: "lib/pricing/a.ts",
    imports: 'import type { ZodType } from "zod"; export type A = ZodType;',
  },
  "pure-no-node": { file: "lib/pricing/a.ts", imports: 'export { join } from "node:path";' },
  "vocabulary-imports-nothing": {
    file: "lib/money/a.ts",
    imports: 'export * from "../time/index";',
    also: { "lib/time/index.ts": "export const t = 1;" },
  },
  "pure-by-index": {
    file: "lib/server/a.ts",
    imports: 'export * from "../pricing/inner";',
    also: { "lib/pricing/inner.ts": "export const i = 1;" },
  },
  "catalogue-stays-off-the-first-load": {
    file: "components/usage/a.ts",
    imports: 'export * from "../../lib/pricing/catalogue/index";',
    also: { "lib/pricing/catalogue/index.ts": "export const c = 1;" },
  },
  "contracts-add-zod-only": {
    file: "lib/contracts/a.ts",
    imports: 'import type { FC } from "react"; export type A = FC;',
  },
  "browser-never-server": {
    file: "components/usage/a.ts",
    imports: 'import type { B } from "../../lib/server/b"; export type A = B;',
    also: { "lib/server/b.ts": "export type B = 1;" },
  },
  "server-never-up": {
    file: "lib/server/a.ts",
    imports: 'export * from "../../components/ui/b";',
    also: { "components/ui/b.ts": "export const b = 1;" },
  },
  "server-never-client": {
    file: "lib/server/a.ts",
    imports: 'export * from "../client/b";',
    also: { "lib/client/b.ts": "export const b = 1;" },
  },
  "areas-do-not-mix": {
    file: "components/usage/a.ts",
    imports: 'export * from "../reports/b";',
    also: { "components/reports/b.ts": "export const b = 1;" },
  },
  "ui-knows-no-product": {
    file: "components/ui/a.ts",
    imports: 'export * from "../../lib/contracts/b";',
    also: { "lib/contracts/b.ts": "export const b = 1;" },
  },
  "charts-know-no-area": {
    file: "components/charts/a.ts",
    imports: 'export * from "../../lib/contracts/b";',
    also: { "lib/contracts/b.ts": "export const b = 1;" },
  },
  "recharts-only-in-charts": { file: "components/usage/a.ts", imports: 'export { Line } from "recharts";' },
  "routes-are-thin": {
    file: "app/api/a/route.ts",
    imports: 'export * from "../../../components/ui/b";',
    also: { "components/ui/b.ts": "export const b = 1;" },
  },
  "no-cycles": {
    file: "lib/pricing/a.ts",
    imports: 'export * from "./b"; export const a = 1;',
    also: { "lib/pricing/b.ts": 'import { a } from "./a"; export const b = a;' },
  },
  resolvable: { file: "lib/pricing/a.ts", imports: 'export * from "./nowhere";' },
};

async function violations(base: string, paths: string[]): Promise<ICruiseResult> {
  const { output } = await cruise(paths, {
    ...configuration.options,
    tsConfig: { fileName: join(root, "tsconfig.json") },
    baseDir: base,
    validate: true,
    ruleSet: { forbidden: configuration.forbidden } as IFlattenedRuleSet,
  });
  if (typeof output === "string") throw new Error(output);
  return output;
}

describe("the import rules", () => {
  const trees: string[] = [];
  afterAll(() => {
    for (const tree of trees) rmSync(tree, { recursive: true, force: true });
  });

  it("have an example of every rule", () => {
    expect(Object.keys(FORBIDDEN).sort()).toEqual(configuration.forbidden.map((rule) => rule.name).sort());
  });

  it.each(Object.entries(FORBIDDEN))("%s is reported", async (name, { file, imports, also }) => {
    const tree = realpathSync(mkdtempSync(join(tmpdir(), "boundaries-")));
    trees.push(tree);
    symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
    for (const [path, text] of Object.entries({ ...also, [file]: imports })) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    const { summary } = await violations(tree, [file, ...Object.keys(also ?? {})]);
    expect(summary.violations.map((violation) => violation.rule.name)).toContain(name);
    expect(summary.violations.every((violation) => violation.rule.severity === "error")).toBe(true);
  });
});

describe("the house", () => {
  it("breaks no import rule, and all of it was looked at", async () => {
    const { summary, modules } = await violations(root, [
      "app",
      "components",
      "lib",
      "prisma",
      "e2e",
      "bench",
    ]);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    // A parser that fails silently reports no violations in no modules.
    const seen = new Set(modules.map((module) => module.source.split("/").slice(0, 2).join("/")));
    for (const room of readdirSync(join(root, "lib"), { withFileTypes: true })) {
      if (room.isDirectory()) expect(seen).toContain(`lib/${room.name}`);
    }
  });
});

describe("the rules that an import graph cannot see", () => {
  let eslint: ESLint;
  beforeAll(() => {
    eslint = new ESLint({ cwd: root });
  });

  // An existing file lends its path, so that the type-aware rules find it in the project.
  async function rulesBroken(path: string, text: string): Promise<(string | null)[]> {
    const [result] = await eslint.lintText(text, { filePath: join(root, path) });
    return result?.messages.map((message) => message.ruleId) ?? [];
  }

  it.each([
    ["the clock", "export const at = Date.now();", "no-restricted-properties"],
    ["today", "export const today = new Date();", "no-restricted-syntax"],
    ["chance", "export const draw = Math.random();", "no-restricted-properties"],
    ["the environment", "export const port = process.env.PORT;", "no-restricted-properties"],
    ["the network", 'export const page = fetch("/");', "no-restricted-globals"],
    ["a float of money", 'export const cost = parseFloat("0.1");', "no-restricted-syntax"],
  ])("%s in a pure module is an error", async (_what, text, rule) => {
    expect(await rulesBroken("lib/access/permissions.ts", text)).toContain(rule);
  });

  it("a raw query that is not a template is an error", async () => {
    const text =
      'declare const db: { $queryRawUnsafe(text: string): void };\ndb.$queryRawUnsafe("select 1");';
    expect(await rulesBroken("lib/server/env.ts", text)).toContain("no-restricted-syntax");
  });
});

describe("the server's files", () => {
  /** They run before Next does, are made by Prisma, or serve tests. */
  const EXEMPT = /^(env\.ts|commands\/|generated\/|postgres\/|migrations\/)|(^|\/)testing\//;

  it("begin with the statement that keeps them out of a browser", () => {
    const folder = join(root, "lib/server");
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts"))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .filter((file) => !EXEMPT.test(file));
    expect(files.length).toBeGreaterThan(0);
    const without = files.filter(
      (file) => !readFileSync(join(folder, file), "utf8").startsWith('import "server-only";'),
    );
    expect(without).toEqual([]);
  });
});
