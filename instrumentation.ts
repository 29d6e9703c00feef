/** Called by Next.js once, when a server starts. */
export async function register(): Promise<void> {
  // Asked for in this way, the bundler leaves the server's modules out of the edge runtime, which cannot load them.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startImportWorker } = await import("@/lib/server/imports/import-worker");
    const { startRepricingWorker } = await import("@/lib/server/repricing/repricing-worker");
    const { startConnectorWorker } = await import("@/lib/server/connectors/connector-worker");
    startImportWorker();
    startRepricingWorker();
    startConnectorWorker();
  }
}
