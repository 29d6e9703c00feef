import { parseArgs } from "node:util";
import { SCOPES, type Scope } from "@/lib/access";
import { ConfigurationError } from "@/lib/server/env";
import { runCommand } from "./run-command";
import { withProduct } from "./with-product";

const USAGE = `Usage: npm run -s keys:create -- --workspace <slug> --scopes ${SCOPES.join(",")} [--name <name>]`;

function parseScopes(list: string): Scope[] {
  return list.split(",").map((word) => {
    const scope = SCOPES.find((each) => each === word.trim());
    if (scope === undefined) {
      throw new ConfigurationError(
        `There is no scope ${JSON.stringify(word)}. Scopes are ${SCOPES.join(", ")}.`,
      );
    }
    return scope;
  });
}

/** Prints one API key and nothing else, so that a script can take it. */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      workspace: { type: "string" },
      scopes: { type: "string" },
      name: { type: "string", default: "Command line" },
    },
  });
  const { workspace: workspaceSlug, name } = values;
  if (!workspaceSlug || !values.scopes) throw new ConfigurationError(USAGE);
  const scopes = parseScopes(values.scopes);
  const secret = await withProduct(async () => {
    const { createApiKey } = await import("@/lib/server/access/create-api-key");
    const input = { workspaceSlug, name, scopes, createdById: null, expiresAt: null, now: new Date() };
    return (await createApiKey(input)).secret;
  });
  console.log(secret);
  return 0;
});
