import { chmodSync, chownSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationError } from "@/lib/server/env";
import { canAccess, type Account } from "./account";
import { hasCode } from "./error-code";

/** PostgreSQL refuses data that others may read, and some file systems (network shares, memory sticks) cannot say so. */
export function refuseLooseFileSystem(directory: string): void {
  withProbe(directory, (probe) => {
    if ((statSync(probe).mode & 0o077) !== 0) {
      throw new ConfigurationError(
        `The file system of ${directory} cannot keep files private, which PostgreSQL insists on. Set PIXELCAST_DATA_DIR to a folder on a local disk.`,
      );
    }
  });
}

/**
 * Whether the account can keep private files in a folder inside the data directory, whose own door root opens for it when
 * nothing else is in the way. What lies in the data directory is closed to others file by file.
 */
export function canKeepFiles(
  directory: string,
  dataDirectory: string,
  account: NonNullable<Account>,
): boolean {
  if (canOwnFilesIn(directory, account)) return true;
  const { mode } = statSync(dataDirectory);
  chmodSync(dataDirectory, mode | 0o001);
  if (canOwnFilesIn(directory, account)) return true;
  chmodSync(dataDirectory, mode);
  return false;
}

/** Tried out, because a closed ancestor, an access list or a mount that ignores owners may each be in the way. */
function canOwnFilesIn(directory: string, account: NonNullable<Account>): boolean {
  return withProbe(directory, (probe) => {
    try {
      chownSync(probe, account.uid, account.gid);
    } catch (error) {
      if (hasCode(error, "EPERM", "EINVAL", "ENOTSUP")) return false;
      throw error;
    }
    const { uid, mode } = statSync(probe);
    return uid === account.uid && (mode & 0o077) === 0 && canAccess(account, probe, "w");
  });
}

function withProbe<T>(directory: string, test: (probe: string) => T): T {
  const probe = mkdtempSync(join(directory, "probe-"));
  try {
    return test(probe);
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}
