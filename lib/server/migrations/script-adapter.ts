import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import pg from "pg";
import { withClient } from "./with-client";
import { withDatabase } from "./with-database";

/**
 * Prisma's PostgreSQL adapter, mended for running migrations:
 *
 * Its executeScript cuts a script at every semicolon, also inside a function's body. PostgreSQL takes a script as it is,
 * in one implicit transaction, which is what Prisma's native engine relies on too.
 *
 * It does not know the type "char", in which PostgreSQL's catalogue keeps much of what the engine asks about.
 *
 * Its shadow database is the real one when the connection is given as a URL, because the URL's database wins.
 */
export function scriptAdapter(databaseUrl: string): SqlMigrationAwareDriverAdapterFactory {
  const { provider, adapterName } = new PrismaPg(databaseUrl);
  return {
    provider,
    adapterName,
    connect: () => connect(databaseUrl),
    connectToShadowDb: async () => {
      const name = pg.escapeIdentifier(`pixelcast_shadow_${randomUUID()}`);
      await withClient(databaseUrl, (client) => client.query(`CREATE DATABASE ${name}`));
      const adapter = await connect(withDatabase(databaseUrl, name.slice(1, -1)));
      const dispose = async (): Promise<void> => {
        await adapter.dispose();
        await withClient(databaseUrl, (client) => client.query(`DROP DATABASE ${name}`));
      };
      return overriding(adapter, { dispose });
    },
  };
}

const CHAR_OID = 18;
/** Stands for "char" between the pool and queryRaw below: a type that the adapter knows and the catalogue never has. */
const STAND_IN_OID = 2950;
const STAND_IN_TYPE = ColumnTypeEnum.Uuid;

class CatalogPool extends pg.Pool {
  override async query(...parameters: unknown[]): Promise<never> {
    const result: unknown = await super.query(...(parameters as [string]));
    for (const { fields } of [result as pg.QueryResult].flat()) {
      for (const field of fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = STAND_IN_OID;
    }
    return result as never;
  }
}

async function connect(databaseUrl: string): Promise<SqlDriverAdapter> {
  const pool = new CatalogPool({ connectionString: databaseUrl });
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  return overriding(adapter, {
    executeScript: async (script) => {
      await pool.query(script);
    },
    queryRaw: async (query) => {
      const result = await adapter.queryRaw(query);
      const columnTypes = result.columnTypes.map((type) =>
        type === STAND_IN_TYPE ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    },
  });
}

/** The rest of the adapter keeps its own `this`. */
function overriding(adapter: SqlDriverAdapter, methods: Partial<SqlDriverAdapter>): SqlDriverAdapter {
  return Object.assign(Object.create(adapter) as SqlDriverAdapter, methods);
}
