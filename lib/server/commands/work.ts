import { startConnectorWorker } from "@/lib/server/connectors/connector-worker";
import { ConfigurationError, requireDatabaseUrl } from "@/lib/server/env";
import { startImportWorker } from "@/lib/server/imports/import-worker";
import { startRepricingWorker } from "@/lib/server/repricing/repricing-worker";
import { startRetentionWorker } from "@/lib/server/retention/retention-worker";
import { startTagCountWorker } from "@/lib/server/tags/tag-count-worker";

/**
 * Does what waits in the background, in a process of its own, so that a long file holds up no request. It may be killed
 * at any moment: all of it is done in transactions, under leases that run out.
 */
try {
  requireDatabaseUrl();
  startImportWorker();
  startRepricingWorker();
  startConnectorWorker();
  startRetentionWorker();
  startTagCountWorker();
} catch (error) {
  console.error(error instanceof ConfigurationError ? error.message : error);
  process.exitCode = 1;
}
