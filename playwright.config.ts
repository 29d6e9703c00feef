import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { findChromium } from "./e2e/find-chromium";

/** The product as a new user gets it: its own start command, an empty data folder, the sample workspace. */
const port = Number(process.env.E2E_PORT ?? 3210);
if (process.env.E2E_DATA_DIR === undefined) {
  // Workers read this file too; only the process that made the folder removes it, after the server has stopped.
  const folder = mkdtempSync(join(tmpdir(), "pixelcast-e2e-"));
  process.env.E2E_DATA_DIR = folder;
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
}

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  outputDir: "test-results",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    timezoneId: "Europe/Berlin",
    locale: "en-GB",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: findChromium(),
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    },
  },
  webServer: {
    command: "npm start",
    url: `http://localhost:${port}/api/health`,
    env: {
      PORT: String(port),
      PIXELCAST_DATA_DIR: process.env.E2E_DATA_DIR,
      // Where the stand-ins of connected sources listen.
      PIXELCAST_CONNECTOR_HOSTS: "127.0.0.1",
    },
    timeout: 240_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});
