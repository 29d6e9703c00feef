-- The role that the web server works as: it owns nothing and obeys row-level security. Roles belong to the whole cluster,
-- so it may exist already, or be created at this moment by the migration of another database.
DO $$
DECLARE
    may_become text := CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END;
BEGIN
    BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pixelcast_app') THEN
            CREATE ROLE pixelcast_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
        END IF;
    EXCEPTION
        WHEN duplicate_object OR unique_violation THEN NULL;
    END;
    IF NOT pg_has_role(current_user, 'pixelcast_app', may_become) THEN
        EXECUTE format('GRANT pixelcast_app TO %I', current_user);
    END IF;
END
$$;

-- Holds for the tables of this and of every later migration.
GRANT USAGE ON SCHEMA public TO pixelcast_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO pixelcast_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO pixelcast_app;

-- CreateTable
CREATE TABLE "user_account" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workspace" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "display_currency" TEXT NOT NULL DEFAULT 'USD',
    "fiscal_year_start_month" INTEGER NOT NULL DEFAULT 1,
    "monthly_budget_nano_usd" BIGINT,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalogue_rate_card" (
    "id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "valid_from" CHAR(10) NOT NULL,
    "valid_to" CHAR(10),
    "source_url" TEXT,
    "source_kind" TEXT NOT NULL,
    "checked_on" CHAR(10) NOT NULL,
    "shutdown_on" CHAR(10),
    "notes" TEXT,
    "prices" JSONB NOT NULL,

    CONSTRAINT "catalogue_rate_card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "workflow" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "owner" TEXT,
    "cost_centre" TEXT,
    "discovered" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workflow_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "rate_card" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "valid_from" CHAR(10) NOT NULL,
    "valid_to" CHAR(10),
    "source_url" TEXT,
    "source_kind" TEXT NOT NULL,
    "checked_on" CHAR(10) NOT NULL,
    "shutdown_on" CHAR(10),
    "notes" TEXT,
    "prices" JSONB NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rate_card_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "scenario" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "workflow_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" JSONB NOT NULL,
    "drivers" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "scenario_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "scenario_version" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "scenario_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "drivers" JSONB NOT NULL,
    "rate_cards" JSONB NOT NULL,
    "engine_version" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "total_nano_usd" BIGINT NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenario_version_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "version_month" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "month" CHAR(7) NOT NULL,
    "requests_micro" BIGINT NOT NULL,
    "images_micro" BIGINT NOT NULL,
    "baseline_nano_usd" BIGINT NOT NULL,
    "rework_nano_usd" BIGINT NOT NULL,
    "growth_nano_usd" BIGINT NOT NULL,
    "total_nano_usd" BIGINT NOT NULL,

    CONSTRAINT "version_month_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "forecast_commitment" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "workflow_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "committed_by_id" TEXT NOT NULL,
    "committed_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "forecast_commitment_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "call" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "local_date" DATE NOT NULL,
    "workflow_id" TEXT,
    "stage" TEXT,
    "purpose" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "size" TEXT,
    "quality" TEXT,
    "batch" BOOLEAN NOT NULL,
    "outcome" TEXT NOT NULL,
    "billed" BOOLEAN,
    "http_status" INTEGER,
    "error_code" TEXT,
    "images_returned" INTEGER NOT NULL,
    "images_accepted" INTEGER,
    "retry_of" TEXT,
    "latency_ms" INTEGER,
    "text_input_tokens" INTEGER,
    "image_input_tokens" INTEGER,
    "text_output_tokens" INTEGER,
    "image_output_tokens" INTEGER,
    "charged_nano_usd" BIGINT,
    "cost_basis" TEXT NOT NULL,
    "cost_nano_usd" BIGINT,
    "unpriced_reason" TEXT,
    "bound_low_nano_usd" BIGINT,
    "bound_high_nano_usd" BIGINT,
    "rate_card_id" TEXT,
    "prompt_hash" TEXT,
    "tags" JSONB NOT NULL,
    "payload_hash" BYTEA NOT NULL,
    "import_id" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "call_conflict" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "call_id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "payload_hash" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_conflict_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "usage_daily" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "local_date" DATE NOT NULL,
    "workflow_id" TEXT,
    "stage" TEXT,
    "purpose" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "size" TEXT,
    "quality" TEXT,
    "batch" BOOLEAN NOT NULL,
    "outcome" TEXT NOT NULL,
    "is_retry" BOOLEAN NOT NULL,
    "cost_basis" TEXT NOT NULL,
    "calls" BIGINT NOT NULL,
    "images_requested" BIGINT NOT NULL,
    "images_returned" BIGINT NOT NULL,
    "images_accepted" BIGINT NOT NULL,
    "images_judged" BIGINT NOT NULL,
    "billing_unknown" BIGINT NOT NULL,
    "cost_nano_usd" BIGINT NOT NULL,
    "paid_loss_nano_usd" BIGINT NOT NULL,
    "unpriced_calls" BIGINT NOT NULL,
    "unbounded_calls" BIGINT NOT NULL,
    "bound_low_nano_usd" BIGINT NOT NULL,
    "bound_high_nano_usd" BIGINT NOT NULL,
    "text_input_tokens" BIGINT NOT NULL,
    "image_input_tokens" BIGINT NOT NULL,
    "text_output_tokens" BIGINT NOT NULL,
    "image_output_tokens" BIGINT NOT NULL,
    "last_occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "last_received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "usage_daily_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "call_import" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_bytes" BIGINT NOT NULL,
    "format" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "delimiter" TEXT,
    "columns" TEXT[],
    "mapping" JSONB,
    "status" TEXT NOT NULL,
    "failure" TEXT,
    "rows_read" BIGINT NOT NULL DEFAULT 0,
    "rows_created" BIGINT NOT NULL DEFAULT 0,
    "rows_existing" BIGINT NOT NULL DEFAULT 0,
    "rows_repeated" BIGINT NOT NULL DEFAULT 0,
    "rows_conflict" BIGINT NOT NULL DEFAULT 0,
    "rows_rejected" BIGINT NOT NULL DEFAULT 0,
    "rows_total" BIGINT,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "heartbeat_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "call_import_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "call_import_part" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "call_import_part_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "call_import_reject" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,
    "line" BIGINT NOT NULL,
    "field" TEXT,
    "reason" TEXT NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "call_import_reject_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "workspace_slug_key" ON "workspace"("slug");

-- CreateIndex
CREATE INDEX "catalogue_rate_card_provider_model_idx" ON "catalogue_rate_card"("provider", "model");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_workspace_id_user_id_key" ON "membership"("workspace_id", "user_id");

-- CreateIndex
CREATE INDEX "api_key_key_hash_idx" ON "api_key"("key_hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_workspace_id_key_hash_key" ON "api_key"("workspace_id", "key_hash");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_workspace_id_sequence_key" ON "audit_event"("workspace_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "workflow_workspace_id_slug_key" ON "workflow"("workspace_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "rate_card_workspace_id_provider_model_valid_from_key" ON "rate_card"("workspace_id", "provider", "model", "valid_from");

-- CreateIndex
CREATE INDEX "scenario_workspace_id_workflow_id_idx" ON "scenario"("workspace_id", "workflow_id");

-- CreateIndex
CREATE UNIQUE INDEX "scenario_version_workspace_id_scenario_id_number_key" ON "scenario_version"("workspace_id", "scenario_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "version_month_workspace_id_version_id_month_key" ON "version_month"("workspace_id", "version_id", "month");

-- CreateIndex
CREATE INDEX "forecast_commitment_workspace_id_workflow_id_stage_committe_idx" ON "forecast_commitment"("workspace_id", "workflow_id", "stage", "committed_at");

-- CreateIndex
CREATE INDEX "call_workspace_id_occurred_at_id_idx" ON "call"("workspace_id", "occurred_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "call_conflict_workspace_id_call_id_payload_hash_key" ON "call_conflict"("workspace_id", "call_id", "payload_hash");

-- CreateIndex
CREATE INDEX "usage_daily_workspace_id_local_date_idx" ON "usage_daily"("workspace_id", "local_date");

-- CreateIndex
CREATE UNIQUE INDEX "call_import_part_workspace_id_import_id_position_key" ON "call_import_part"("workspace_id", "import_id", "position");

-- CreateIndex
CREATE INDEX "call_import_reject_workspace_id_import_id_line_idx" ON "call_import_reject"("workspace_id", "import_id", "line");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow" ADD CONSTRAINT "workflow_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rate_card" ADD CONSTRAINT "rate_card_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_workspace_id_workflow_id_fkey" FOREIGN KEY ("workspace_id", "workflow_id") REFERENCES "workflow"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenario_version" ADD CONSTRAINT "scenario_version_workspace_id_scenario_id_fkey" FOREIGN KEY ("workspace_id", "scenario_id") REFERENCES "scenario"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_month" ADD CONSTRAINT "version_month_workspace_id_version_id_fkey" FOREIGN KEY ("workspace_id", "version_id") REFERENCES "scenario_version"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forecast_commitment" ADD CONSTRAINT "forecast_commitment_workspace_id_workflow_id_fkey" FOREIGN KEY ("workspace_id", "workflow_id") REFERENCES "workflow"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forecast_commitment" ADD CONSTRAINT "forecast_commitment_workspace_id_version_id_fkey" FOREIGN KEY ("workspace_id", "version_id") REFERENCES "scenario_version"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_conflict" ADD CONSTRAINT "call_conflict_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_daily" ADD CONSTRAINT "usage_daily_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_import" ADD CONSTRAINT "call_import_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_import_part" ADD CONSTRAINT "call_import_part_workspace_id_import_id_fkey" FOREIGN KEY ("workspace_id", "import_id") REFERENCES "call_import"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_import_reject" ADD CONSTRAINT "call_import_reject_workspace_id_import_id_fkey" FOREIGN KEY ("workspace_id", "import_id") REFERENCES "call_import"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security. A transaction says whose data it is about in a setting of its own: without app.workspace_id no row
-- of a workspace is visible, not even to the tables' owner.
CREATE FUNCTION protect_tenant_table(tenant_table regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
        'CREATE POLICY workspace_isolation ON %s USING (workspace_id = current_setting(''app.workspace_id'', true))',
        tenant_table
    );
END
$$;

SELECT protect_tenant_table('membership');
SELECT protect_tenant_table('api_key');
SELECT protect_tenant_table('audit_event');
SELECT protect_tenant_table('workflow');
SELECT protect_tenant_table('rate_card');
SELECT protect_tenant_table('scenario');
SELECT protect_tenant_table('scenario_version');
SELECT protect_tenant_table('version_month');
SELECT protect_tenant_table('forecast_commitment');
SELECT protect_tenant_table('call');
SELECT protect_tenant_table('call_conflict');
SELECT protect_tenant_table('usage_daily');
SELECT protect_tenant_table('call_import');
SELECT protect_tenant_table('call_import_part');
SELECT protect_tenant_table('call_import_reject');

ALTER TABLE workspace ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_isolation ON workspace USING (id = current_setting('app.workspace_id', true));

-- Before the workspace is known, a request may only ask for what it can name: its user's memberships, the key that it
-- carries, a workspace's slug, and the workspaces behind them. These policies let it read, never write.
CREATE POLICY own_memberships ON membership FOR SELECT
    USING (user_id = current_setting('app.user_id', true));
CREATE POLICY presented_key ON api_key FOR SELECT
    USING (key_hash = current_setting('app.api_key_hash', true));
CREATE POLICY named_workspace ON workspace FOR SELECT
    USING (slug = current_setting('app.workspace_slug', true));
CREATE POLICY workspaces_of_user ON workspace FOR SELECT
    USING (id IN (SELECT workspace_id FROM membership WHERE user_id = current_setting('app.user_id', true)));
CREATE POLICY workspace_of_key ON workspace FOR SELECT
    USING (id IN (SELECT workspace_id FROM api_key WHERE key_hash = current_setting('app.api_key_hash', true)));

-- What has been promised or recorded stays as it was, until its whole workspace is deleted: then the workspace's row is
-- gone before the rows that belong to it.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM workspace WHERE id = OLD.workspace_id) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'Rows of % are immutable', TG_TABLE_NAME USING ERRCODE = 'object_not_in_prerequisite_state';
END
$$;

CREATE FUNCTION make_immutable(immutable_table regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format(
        'CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION refuse_change()',
        immutable_table
    );
END
$$;

SELECT make_immutable('scenario_version');
SELECT make_immutable('version_month');
SELECT make_immutable('audit_event');
