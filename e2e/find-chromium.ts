import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The browser to test with: the one that PIXELCAST_CHROMIUM names, an installed one, Debian's package when this is
 * root on Debian, and Playwright's own download else, because not every build machine reaches Playwright's host.
 */
export function findChromium(): string {
  const named = process.env.PIXELCAST_CHROMIUM;
  if (named !== undefined) {
    if (!existsSync(named)) throw new Error(`PIXELCAST_CHROMIUM names ${named}, which does not exist.`);
    return named;
  }
  const installed = [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path));
  if (installed !== undefined) return installed;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit", env: environment });
    execFileSync(
      "apt-get",
      ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation"],
      {
        stdio: "inherit",
        env: environment,
      },
    );
    return "/usr/bin/chromium";
  }
  execFileSync("npx", ["playwright", "install", "chromium"], { stdio: "inherit" });
  return chromium.executablePath();
}
