import "server-only";
import pg from "pg";
import { requireDatabaseUrl } from "@/lib/server/env";

export const APP_ROLE = "pixelcast_app";

/** Every connection gives up its login's rights for a role that row-level security binds. */
const SESSION_OPTIONS = [
  `-c role=${APP_ROLE}`,
  "-c timezone=UTC",
  "-c statement_timeout=30s",
  "-c idle_in_transaction_session_timeout=60s",
].join(" ");

export function createPool(databaseUrl = requireDatabaseUrl()): pg.Pool {
  const url = new URL(databaseUrl);
  // Options in the URL would replace the ones given beside it, and the role with them.
  const options = [url.searchParams.get("options"), SESSION_OPTIONS].filter(Boolean).join(" ");
  url.searchParams.delete("options");
  const pool = new pg.Pool({
    connectionString: url.toString(),
    options,
    application_name: "pixelcast",
    max: 10,
    connectionTimeoutMillis: 10_000,
    verify: (client: pg.PoolClient, done: (error?: Error) => void) => {
      confirmRole(client).then(() => done(), done);
    },
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  return pool;
}

/** Some connection poolers drop start-up options without a word, and row-level security would be gone with them. */
async function confirmRole(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ role: string }>("SELECT current_user AS role");
  if (rows[0]?.role === APP_ROLE) return;
  throw new Error(
    `The database did not take the role ${APP_ROLE} from the connection's start-up options. If DATABASE_URL leads to a connection pooler, let it pass "options" on, or connect without it.`,
  );
}
