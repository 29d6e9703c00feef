import { rmSync } from "node:fs";

/** After the last test: the data folder that the configuration made is of no more use. */
export default function removeDataFolder(): void {
  const folder = process.env.E2E_DATA_DIR;
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
