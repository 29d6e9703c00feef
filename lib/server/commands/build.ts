import { ensureBuild } from "./ensure-build";
import { ensureGeneratedClient } from "./ensure-generated-client";
import { runCommand } from "./run-command";

/** Makes the production build that `npm start` serves, unless it is current. */
await runCommand(async () => {
  await ensureGeneratedClient();
  await ensureBuild(console.log, new AbortController().signal);
  return 0;
});
