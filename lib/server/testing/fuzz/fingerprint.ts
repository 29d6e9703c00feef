import type pg from "pg";

/** Every table that holds what belongs to a workspace, with a digest of the rows of each. */
export type Fingerprint = ReadonlyMap<string, string>;

let query: Promise<string> | undefined;

/** What the database holds, by table and workspace, so that a change of any cell shows. It reads as the owner of the tables. */
export async function takeFingerprint(client: pg.Client): Promise<Fingerprint> {
  query ??= describeTables(client);
  const { rows } = await client.query<{ place: string; digest: string }>(await query);
  return new Map(rows.map(({ place, digest }) => [place, digest]));
}

async function describeTables(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'workspace_id' ORDER BY 1`,
  );
  const tables = [
    ...rows.map(({ name }) => [name, "workspace_id"]),
    ["workspace", "id"],
    ["user_account", "''"],
  ];
  return tables
    .map(
      ([name, workspace]) =>
        `SELECT '${name} of ' || ${workspace} AS place, md5(string_agg(row, '' ORDER BY row)) AS digest
         FROM (SELECT *, ${rowText(name ?? "")} AS row FROM "${name}" t) rows GROUP BY 1`,
    )
    .join(" UNION ALL ");
}

/** When a key was used last is written whatever comes of it. */
function rowText(table: string): string {
  return table === "api_key" ? "(to_jsonb(t) - 'last_used_at')::text" : "t::text";
}

/** The tables in which two fingerprints differ, of one workspace or of all. */
export function changes(before: Fingerprint, after: Fingerprint, workspaceId = ""): string[] {
  const places = new Set([...before.keys(), ...after.keys()]);
  return [...places].filter((place) => place.endsWith(workspaceId) && before.get(place) !== after.get(place));
}
