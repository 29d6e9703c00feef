import { LAST_WORKSPACE_COOKIE } from "./last-workspace-cookie";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The front page leads back to the workspace that was open last. */
export function rememberWorkspace(slug: string): void {
  document.cookie = `${LAST_WORKSPACE_COOKIE}=${encodeURIComponent(slug)}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
