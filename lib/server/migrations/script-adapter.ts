import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
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
export function scriptAdapter(databaseUrl: string): ScriptAdapter {
  const { provider, adapterName } = new PrismaPg(databaseUrl);
  const closers: (() => Promise<unknown>)[] = [];
  const open = (url: string): Promise<SqlDriverAdapter> => {
    const pool = new CatalogPool({ connectionString: url });
    closers.unshift(() => pool.end());
    return connect(pool);
  };
  return {
    factory: {
      provider,
      adapterName,
      connect: () => open(databaseUrl),
      connectToShadowDb: async () => {
        const name = `pixelcast_shadow_${randomUUID()}`;
        const statement = (verb: string) =>
          withClient(databaseUrl, (client) => client.query(`${verb} DATABASE ${pg.escapeIdentifier(name)}`));
        await statement("CREATE");
        closers.unshift(() => statement("DROP"));
        return open(withDatabase(databaseUrl, name));
      },
    },
    close: async () => {
      for (const close of closers) await close();
    },
  };
}

interface ScriptAdapter {
  factory: SqlMigrationAwareDriverAdapterFactory;
  /** Ends the connections and removes the shadow database. The engine leaves both behind, after a failure in any case. */
  close: () => Promise<void>;
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

async function connect(pool: pg.Pool): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPg(pool).connect();
  // The rest of the adapter keeps its own `this`.
  return Object.assign(Object.create(adapter) as SqlDriverAdapter, {
    executeScript: async (script: string): Promise<void> => {
      await pool.query(script);
    },
    queryRaw: async (query: SqlQuery): Promise<SqlResultSet> => {
      const result = await adapter.queryRaw(query);
      const columnTypes = result.columnTypes.map((type) =>
        type === STAND_IN_TYPE ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    },
  });
}
