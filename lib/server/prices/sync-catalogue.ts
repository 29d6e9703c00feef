import "server-only";
import type pg from "pg";
import { CATALOGUE } from "@/lib/pricing/catalogue";

/** Brings the stored catalogue up to the one that ships with this release. */
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
  await endAbandonedCards(client);
}

/**
 * A card that a release no longer carries stays, because calls were priced with it; what happens from the day on which
 * that is found out is not. Once it has ended, later starts find nothing to do.
 */
async function endAbandonedCards(client: pg.ClientBase): Promise<void> {
  await client.query(
    `UPDATE catalogue_rate_card SET valid_to = GREATEST(valid_from, today)
     FROM (SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS today) AS clock
     WHERE NOT id = ANY($1) AND (valid_to IS NULL OR valid_to > GREATEST(valid_from, today))`,
    [CATALOGUE.map(({ id }) => id)],
  );
}
