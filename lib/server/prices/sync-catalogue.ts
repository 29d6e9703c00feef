import "server-only";
import type pg from "pg";
import { CATALOGUE } from "@/lib/pricing/catalogue";

/**
 * Brings the stored catalogue up to the one that ships with this release. A card that a release no longer carries
 * stays, because calls were priced with it.
 */
export async function syncCatalogue(client: pg.ClientBase): Promise<void> {
  await client.query(
    `INSERT INTO catalogue_rate_card
       (id, provider, model, name, valid_from, valid_to, source_url, source_kind, checked_on, shutdown_on, notes, prices)
     SELECT id, provider, model, name, "validFrom", "validTo", "sourceUrl", "sourceKind", "checkedOn", "shutdownOn",
       notes, prices
     FROM jsonb_to_recordset($1::jsonb) AS card(
       id text, provider text, model text, name text, "validFrom" text, "validTo" text, "sourceUrl" text,
       "sourceKind" text, "checkedOn" text, "shutdownOn" text, notes text, prices jsonb
     )
     ON CONFLICT (id) DO UPDATE SET
       provider = excluded.provider, model = excluded.model, name = excluded.name, valid_from = excluded.valid_from,
       valid_to = excluded.valid_to, source_url = excluded.source_url, source_kind = excluded.source_kind,
       checked_on = excluded.checked_on, shutdown_on = excluded.shutdown_on, notes = excluded.notes,
       prices = excluded.prices`,
    [JSON.stringify(CATALOGUE)],
  );
}
