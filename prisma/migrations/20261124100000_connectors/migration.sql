-- CreateTable
CREATE TABLE "connector" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "base_url" TEXT NOT NULL,
    "credentials" BYTEA NOT NULL,
    "credential_hint" TEXT NOT NULL,
    "interval_minutes" INTEGER NOT NULL,
    "line_item_rules" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "problem" TEXT,
    "failing_since" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "read_through" TIMESTAMPTZ(3),
    "backfill_from" TIMESTAMPTZ(3),
    "progress" JSONB,
    "last_data_at" TIMESTAMPTZ(3),
    "last_run_at" TIMESTAMPTZ(3),
    "next_run_at" TIMESTAMPTZ(3),
    "lease_id" TEXT,
    "heartbeat_at" TIMESTAMPTZ(3),
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "connector_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "connector_run" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "connector_id" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "pages" INTEGER NOT NULL DEFAULT 0,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "rows_created" INTEGER NOT NULL DEFAULT 0,
    "rows_existing" INTEGER NOT NULL DEFAULT 0,
    "rows_conflict" INTEGER NOT NULL DEFAULT 0,
    "rows_rejected" INTEGER NOT NULL DEFAULT 0,
    "rows_skipped" INTEGER NOT NULL DEFAULT 0,
    "rows_reported" INTEGER NOT NULL DEFAULT 0,
    "rejects" JSONB NOT NULL,
    "problem" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "connector_run_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "provider_usage" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "connector_id" TEXT,
    "run_id" TEXT,
    "series" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "bucket_start" TIMESTAMPTZ(3) NOT NULL,
    "bucket_end" TIMESTAMPTZ(3) NOT NULL,
    "model" TEXT,
    "line_item" TEXT,
    "project_id" TEXT,
    "api_key_id" TEXT,
    "images" BIGINT,
    "requests" BIGINT,
    "amount_nano_usd" BIGINT,
    "currency" TEXT,
    "raw" JSONB NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "provider_usage_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "connector_run_workspace_id_connector_id_started_at_idx" ON "connector_run"("workspace_id", "connector_id", "started_at");

-- CreateIndex
CREATE INDEX "provider_usage_workspace_id_connector_id_series_bucket_star_idx" ON "provider_usage"("workspace_id", "connector_id", "series", "bucket_start");

-- CreateIndex
CREATE INDEX "provider_usage_workspace_id_series_bucket_start_idx" ON "provider_usage"("workspace_id", "series", "bucket_start");

-- AddForeignKey
ALTER TABLE "connector" ADD CONSTRAINT "connector_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connector_run" ADD CONSTRAINT "connector_run_workspace_id_connector_id_fkey" FOREIGN KEY ("workspace_id", "connector_id") REFERENCES "connector"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_usage" ADD CONSTRAINT "provider_usage_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_usage" ADD CONSTRAINT "provider_usage_workspace_id_connector_id_fkey" FOREIGN KEY ("workspace_id", "connector_id") REFERENCES "connector"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT protect_tenant_table('connector');
SELECT protect_tenant_table('connector_run');
SELECT protect_tenant_table('provider_usage');

-- Whichever server has time reads the next connector, so it must find the ones that are due before it knows their
-- workspace. It sees no others.
CREATE POLICY due_connectors ON connector FOR SELECT
    USING (NOT paused AND next_run_at IS NOT NULL AND current_setting('app.due_connectors', true) = 'visible');
