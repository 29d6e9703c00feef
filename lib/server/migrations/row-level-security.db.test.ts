import type pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { createPool } from "@/lib/server/db/pool";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { withClient } from "./with-client";

const database = useTestDatabase();

/** A setting that names a workspace, as inWorkspace makes it, for one statement by the web server's role. */
async function asApp<Row extends pg.QueryResultRow>(
  workspaceId: string | null,
  statement: string,
  parameters: unknown[] = [],
  ending: "COMMIT" | "ROLLBACK" = "ROLLBACK",
): Promise<Row[]> {
  const pool = createPool(database.url);
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    if (workspaceId !== null) {
      await client.query("SELECT set_config('app.workspace_id', $1, true)", [workspaceId]);
    }
    return (await client.query<Row>(statement, parameters)).rows;
  } finally {
    await client.query(ending);
    client.release();
    await pool.end();
  }
}

function asOwner<Row extends pg.QueryResultRow>(
  statement: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  return withClient(database.url, async (client) => (await client.query<Row>(statement, parameters)).rows);
}

interface TenantTable {
  name: string;
  columns: Column[];
}

interface Column {
  name: string;
  type: string;
  required: boolean;
}

/** Every table with a column workspace_id, whoever added it and whenever. */
function tenantTables(): Promise<TenantTable[]> {
  return asOwner(`
    SELECT c.relname AS name,
           json_agg(json_build_object(
             'name', a.attname,
             'type', format_type(a.atttypid, a.atttypmod),
             'required', a.attnotnull AND NOT a.atthasdef
           ) ORDER BY a.attnum) AS columns
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
    GROUP BY c.oid, c.relname
    HAVING bool_or(a.attname = 'workspace_id')
    ORDER BY c.relname`);
}

/** One value of each type that a column has, so that the one row of each table refers to the one row of the others. */
function someValue({ name, type }: Column, workspaceId: string): unknown {
  if (name === "workspace_id") return workspaceId;
  if (/(^|_)id$/.test(name)) return `row of ${workspaceId}`;
  if (type === "text") return `${name} of ${workspaceId}`;
  if (type === "text[]") return ["some"];
  if (type === "jsonb") return "{}";
  if (type === "bytea") return Buffer.from("some");
  if (type === "boolean") return true;
  if (type === "character(7)") return "2026-11";
  if (type === "character(10)") return "2026-11-03";
  if (/^(bigint|integer|numeric)/.test(type)) return 1;
  if (/^(timestamp|date)/.test(type)) return "2026-11-03T10:22:41Z";
  throw new Error(`No example value for the type ${type} of ${name}.`);
}

function insertion({ name, columns }: TenantTable, workspaceId: string): [string, unknown[]] {
  const filled = columns.filter((column) => column.required);
  const names = filled.map((column) => `"${column.name}"`).join(", ");
  const places = filled.map((_, index) => `$${index + 1}`).join(", ");
  return [
    `INSERT INTO "${name}" (${names}) VALUES (${places}) RETURNING workspace_id`,
    filled.map((column) => someValue(column, workspaceId)),
  ];
}

/** Foreign keys are not in force meanwhile, so the order of the tables does not matter. */
async function insertAsOwner(table: TenantTable, workspaceId: string): Promise<void> {
  await withClient(database.url, async (client) => {
    await client.query("SET session_replication_role = replica");
    await client.query(...insertion(table, workspaceId));
  });
}

/** The names of the tables for which the finding holds; the tests expect none. */
async function tablesWhere(finding: (table: TenantTable) => Promise<boolean>): Promise<string[]> {
  const found: string[] = [];
  for (const table of await tenantTables()) if (await finding(table)) found.push(table.name);
  return found;
}

async function isRefused(attempt: Promise<unknown>, reason: RegExp): Promise<boolean> {
  return attempt.then(
    () => false,
    (error: unknown) => reason.test(String(error)),
  );
}

beforeAll(async () => {
  await asOwner(
    "INSERT INTO workspace (id, slug, name, time_zone) VALUES ('a', 'a', 'A', 'UTC'), ('b', 'b', 'B', 'UTC')",
  );
  for (const table of await tenantTables()) {
    await insertAsOwner(table, "a");
    await insertAsOwner(table, "b");
  }
});

describe("every table with a workspace_id", () => {
  it("is looked at here", async () => {
    const names = (await tenantTables()).map((table) => table.name);
    expect(names).toEqual(
      expect.arrayContaining(["api_key", "audit_event", "call", "membership", "usage_daily"]),
    );
    expect(names.length).toBeGreaterThanOrEqual(15);
  });

  it("has row-level security enabled and forced, with a policy for reading and writing", async () => {
    const unprotected = await asOwner(`
      SELECT c.relname FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped
      WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND NOT (
        c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
          SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive AND p.polcmd = '*'
        )
      )`);
    expect(unprotected).toEqual([]);
  });

  it("has a primary key that begins with the workspace", async () => {
    const others = await tablesWhere(async ({ name }) => {
      const [key] = await asOwner<{ definition: string }>(
        `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
         WHERE contype = 'p' AND conrelid = format('public.%I', $1::text)::regclass`,
        [name],
      );
      return !key?.definition.startsWith("PRIMARY KEY (workspace_id, ");
    });
    expect(others).toEqual([]);
  });

  it("has the workspace in every unique index", async () => {
    const indexes = await asOwner<{ definition: string }>(`
      SELECT pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
      JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attname = 'workspace_id'
      WHERE i.indisunique`);
    expect(indexes.length).toBeGreaterThanOrEqual(15);
    expect(indexes.filter(({ definition }) => !/\(workspace_id\b/.test(definition))).toEqual([]);
  });

  it("refers to other tables of the workspace with the workspace", async () => {
    const strays = await asOwner(`
      SELECT conrelid::regclass AS table, pg_get_constraintdef(f.oid) AS definition
      FROM pg_constraint f
      JOIN pg_attribute target ON target.attrelid = f.confrelid AND target.attname = 'workspace_id'
      JOIN pg_attribute source ON source.attrelid = f.conrelid AND source.attname = 'workspace_id'
      WHERE f.contype = 'f' AND NOT (source.attnum = ANY (f.conkey) AND target.attnum = ANY (f.confkey))`);
    expect(strays).toEqual([]);
  });

  it("looks empty without a workspace, although the owner sees its rows", async () => {
    const visible = await tablesWhere(async ({ name }) => {
      const counted = await asOwner<{ rows: string }>(`SELECT count(*) AS rows FROM "${name}"`);
      expect(counted).toEqual([{ rows: "2" }]);
      return (await asApp(null, `SELECT FROM "${name}"`)).length > 0;
    });
    expect(visible).toEqual([]);
  });

  it("shows one workspace's rows and no other's", async () => {
    const wrong = await tablesWhere(async ({ name }) => {
      const rows = await asApp<{ workspace_id: string }>("a", `SELECT workspace_id FROM "${name}"`);
      return rows.map((row) => row.workspace_id).join() !== "a";
    });
    expect(wrong).toEqual([]);
  });

  it("takes no row for another workspace", async () => {
    const open = await tablesWhere(
      async (table) => !(await isRefused(asApp("a", ...insertion(table, "b")), /row-level security/)),
    );
    expect(open).toEqual([]);
  });

  it("lets no row be changed, moved or deleted from another workspace", async () => {
    const open = await tablesWhere(async ({ name }) => {
      const changed = await asApp("a", `UPDATE "${name}" SET id = id WHERE workspace_id = 'b' RETURNING id`);
      const deleted = await asApp("a", `DELETE FROM "${name}" WHERE workspace_id = 'b' RETURNING id`);
      const move = asApp("a", `UPDATE "${name}" SET workspace_id = 'b' RETURNING id`);
      return changed.length + deleted.length > 0 || !(await isRefused(move, /row-level security|immutable/));
    });
    expect(open).toEqual([]);
  });
});

describe("the table of workspaces", () => {
  it("shows the transaction's own row only", async () => {
    expect(await asApp(null, "SELECT id FROM workspace")).toEqual([]);
    expect(await asApp("a", "SELECT id FROM workspace")).toEqual([{ id: "a" }]);
    expect(await asApp("a", "UPDATE workspace SET name = 'taken' WHERE id = 'b' RETURNING id")).toEqual([]);
  });
});

describe("the web server's role", () => {
  it("owns nothing, bypasses nothing and may not log in", async () => {
    const roles = await asOwner(
      `SELECT rolcanlogin, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
              (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
       FROM pg_roles r WHERE rolname = 'pixelcast_app'`,
    );
    expect(roles).toEqual([
      {
        rolcanlogin: false,
        rolsuper: false,
        rolbypassrls: false,
        rolcreatedb: false,
        rolcreaterole: false,
        owned: 0,
      },
    ]);
  });

  it("reads and writes every table but the list of migrations, and empties none", async () => {
    const rights = await asOwner(`
      SELECT relname AS table FROM pg_class
      WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations' AND NOT (
        has_table_privilege('pixelcast_app', oid, 'SELECT') AND has_table_privilege('pixelcast_app', oid, 'INSERT')
        AND has_table_privilege('pixelcast_app', oid, 'UPDATE') AND has_table_privilege('pixelcast_app', oid, 'DELETE')
        AND NOT has_table_privilege('pixelcast_app', oid, 'TRUNCATE')
      )`);
    expect(rights).toEqual([]);
    expect(await isRefused(asApp("a", "SELECT FROM _prisma_migrations"), /permission denied/)).toBe(true);
  });
});

describe.each(["scenario_version", "version_month", "audit_event"])("a row of %s", (table) => {
  it("cannot be changed or deleted, not even by the owner", async () => {
    for (const statement of [`UPDATE ${table} SET id = 'other'`, `DELETE FROM ${table}`]) {
      expect(await isRefused(asApp("a", statement), /Rows of \w+ are immutable/)).toBe(true);
      expect(await isRefused(asOwner(statement), /Rows of \w+ are immutable/)).toBe(true);
    }
  });
});

describe("deleting a workspace", () => {
  it("deletes everything that belongs to it, also what is immutable", async () => {
    await asOwner("INSERT INTO workspace (id, slug, name, time_zone) VALUES ('c', 'c', 'C', 'UTC')");
    for (const table of await tenantTables()) await insertAsOwner(table, "c");
    await asApp("c", "DELETE FROM workspace WHERE id = 'c'", [], "COMMIT");
    const remaining = await tablesWhere(async ({ name }) => {
      return (await asOwner(`SELECT FROM "${name}" WHERE workspace_id = 'c'`)).length > 0;
    });
    expect(remaining).toEqual([]);
  });
});
