import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import { scriptAdapter } from "./script-adapter";

export type SchemaEngine = engineModule.SchemaEngine;

interface EngineExports extends WebAssembly.Exports {
  __wbindgen_start: () => void;
}

let instantiated: Promise<void> | undefined;

/**
 * Prisma's own migration engine, from its npm package. The command-line tool would download a native one from a host
 * that many networks do not reach; this is the same engine compiled to WebAssembly.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  await (instantiated ??= instantiate());
  const adapter = scriptAdapter(databaseUrl);
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(adapter.factory);
    const engine = await engineModule.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
    return await work(engine);
  } finally {
    await adapter.close();
  }
}

async function instantiate(): Promise<void> {
  // The engine reports a failure of its own through this global, just before it stops.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => {
        throw new Error(`Prisma's migration engine failed: ${message}`);
      },
    },
  });
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(join(dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": engineModule as unknown as WebAssembly.ModuleImports,
  });
  const exports = instance.exports as EngineExports;
  engineModule.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
}
