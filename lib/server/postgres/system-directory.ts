import { chmodSync, mkdirSync } from "node:fs";
import { ConfigurationError } from "@/lib/server/env";

const SYSTEM_DIRECTORY = "/var/lib/pixelcast";

/**
 * A place that every user may enter and only root may change. Root keeps here what PostgreSQL's user must reach when the
 * project lies in a folder that is closed to that user. It is not under /tmp, which a reboot may empty.
 */
export function createSystemDirectory(): string {
  try {
    mkdirSync(SYSTEM_DIRECTORY, { recursive: true });
    chmodSync(SYSTEM_DIRECTORY, 0o755);
  } catch (error) {
    throw new ConfigurationError(
      `PostgreSQL runs as another user than root and cannot reach this folder, and ${SYSTEM_DIRECTORY} cannot be written either (${String(error)}). Set PIXELCAST_DATA_DIR to a folder that every user may enter, or set DATABASE_URL to a PostgreSQL database.`,
    );
  }
  return SYSTEM_DIRECTORY;
}
