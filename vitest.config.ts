import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

const shared = {
  resolve: {
    alias: { "@": root, "server-only": `${root}/lib/server/testing/server-only-stand-in.ts` },
  },
};

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          // What is tested here keeps nothing, and to load the modules anew for each file took longer than the tests.
          isolate: false,
          include: ["{lib,components,app,prisma,bench,e2e}/**/*.test.{ts,tsx}", "*.test.ts"],
          exclude: ["**/*.db.test.ts", "node_modules/**"],
          setupFiles: ["lib/server/testing/fail-on-console.ts"],
        },
      },
      {
        ...shared,
        test: {
          name: "db",
          include: ["{lib,app,prisma}/**/*.db.test.ts"],
          globalSetup: ["lib/server/testing/test-database.ts"],
          setupFiles: ["lib/server/testing/fail-on-console.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
