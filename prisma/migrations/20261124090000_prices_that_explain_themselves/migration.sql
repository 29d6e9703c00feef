-- AlterTable
ALTER TABLE "call" ADD COLUMN     "billed_basis" TEXT NOT NULL DEFAULT 'stated',
ADD COLUMN     "billing_rule_id" TEXT,
ADD COLUMN     "input_images" INTEGER,
ADD COLUMN     "output_format" TEXT,
ADD COLUMN     "partial_images" INTEGER,
ADD COLUMN     "picture_basis" TEXT,
ADD COLUMN     "requested_quality" TEXT,
ADD COLUMN     "requested_size" TEXT,
ADD COLUMN     "returned_quality" TEXT,
ADD COLUMN     "returned_size" TEXT;

-- AlterTable
ALTER TABLE "rate_card" ADD COLUMN     "price_list_id" TEXT;

-- AlterTable
ALTER TABLE "usage_daily" ADD COLUMN     "rate_card_id" TEXT,
ADD COLUMN     "unpriced_reason" TEXT;

-- CreateTable
CREATE TABLE "price_list" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "source_url" TEXT,
    "checked_on" CHAR(10) NOT NULL,
    "cards" JSONB NOT NULL,
    "unread" JSONB NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "price_list_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "billing_rule" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "provider" TEXT,
    "outcome" TEXT,
    "http_status_from" INTEGER,
    "http_status_to" INTEGER,
    "error_code" TEXT,
    "verdict" TEXT NOT NULL,
    "note" TEXT,
    "source_url" TEXT,

    CONSTRAINT "billing_rule_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "repricing" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE NOT NULL,
    "provider" TEXT,
    "model" TEXT,
    "only_unpriced" BOOLEAN NOT NULL DEFAULT false,
    "book_fingerprint" TEXT,
    "done_through" DATE,
    "differences" JSONB NOT NULL,
    "failure" TEXT,
    "heartbeat_at" TIMESTAMPTZ(3),
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_by_id" TEXT,
    "applied_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "repricing_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "call_price_change" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "repricing_id" TEXT NOT NULL,
    "call_id" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "before_rate_card_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_price_change_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "month_close" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "month" CHAR(7) NOT NULL,
    "calls" BIGINT NOT NULL,
    "cost_nano_usd" DECIMAL(38,0) NOT NULL,
    "unpriced_calls" BIGINT NOT NULL,
    "closed_by_id" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,
    "reopened_by_id" TEXT,
    "reopened_at" TIMESTAMPTZ(3),

    CONSTRAINT "month_close_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "billing_rule_workspace_id_position_key" ON "billing_rule"("workspace_id", "position");

-- CreateIndex
CREATE INDEX "repricing_workspace_id_created_at_idx" ON "repricing"("workspace_id", "created_at");

-- CreateIndex
CREATE INDEX "call_price_change_workspace_id_call_id_idx" ON "call_price_change"("workspace_id", "call_id");

-- CreateIndex
CREATE INDEX "call_price_change_workspace_id_before_rate_card_id_idx" ON "call_price_change"("workspace_id", "before_rate_card_id");

-- CreateIndex
CREATE INDEX "month_close_workspace_id_month_idx" ON "month_close"("workspace_id", "month");

-- AddForeignKey
ALTER TABLE "price_list" ADD CONSTRAINT "price_list_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "billing_rule" ADD CONSTRAINT "billing_rule_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repricing" ADD CONSTRAINT "repricing_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_price_change" ADD CONSTRAINT "call_price_change_workspace_id_repricing_id_fkey" FOREIGN KEY ("workspace_id", "repricing_id") REFERENCES "repricing"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "month_close" ADD CONSTRAINT "month_close_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A month is closed once at a time; what was reopened stays as a record.
CREATE UNIQUE INDEX "month_close_open_key" ON "month_close"("workspace_id", "month") WHERE "reopened_at" IS NULL;

SELECT protect_tenant_table('price_list');
SELECT protect_tenant_table('billing_rule');
SELECT protect_tenant_table('repricing');
SELECT protect_tenant_table('call_price_change');
SELECT protect_tenant_table('month_close');
SELECT make_immutable('call_price_change');

-- Whichever server has time goes on with a repricing, so it must find the open ones before it knows their workspace.
CREATE POLICY open_repricings ON repricing FOR SELECT
    USING (status IN ('trying', 'applying') AND current_setting('app.open_repricings', true) = 'visible');

-- Rows that exist already are brought into the new shape. The owner of forced tables sees none of them otherwise.
ALTER TABLE call NO FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_daily NO FORCE ROW LEVEL SECURITY;
ALTER TABLE rate_card NO FORCE ROW LEVEL SECURITY;
ALTER TABLE scenario_version NO FORCE ROW LEVEL SECURITY;
ALTER TABLE scenario_version DISABLE TRIGGER immutable;

UPDATE call SET requested_size = size, requested_quality = quality,
    picture_basis = CASE WHEN size <> 'auto' AND quality <> 'auto' THEN 'stated' END,
    -- What would have settled it; of other calls it cannot be told any more whether their callers said it.
    billed_basis = CASE
        WHEN billed IS NULL THEN 'unknown'
        WHEN billed = (charged_nano_usd > 0) THEN 'charged'
        WHEN billed AND COALESCE(image_output_tokens, 0) + COALESCE(text_output_tokens, 0) > 0 THEN 'tokens'
        WHEN billed AND outcome = 'succeeded' THEN 'succeeded'
        ELSE 'stated' END;

-- Prices are in the currency of their card.
UPDATE rate_card SET prices = replace(replace(prices::text, '"usd":', '"price":'), '"batchUsd":', '"batchPrice":')::jsonb;
UPDATE scenario_version
SET rate_cards = replace(replace(rate_cards::text, '"usd":', '"price":'), '"batchUsd":', '"batchPrice":')::jsonb;

-- A sum of 64-bit amounts may need more than 64 bits.
ALTER TABLE usage_daily
    ALTER COLUMN cost_nano_usd TYPE DECIMAL(38, 0), ALTER COLUMN paid_loss_nano_usd TYPE DECIMAL(38, 0),
    ALTER COLUMN bound_low_nano_usd TYPE DECIMAL(38, 0), ALTER COLUMN bound_high_nano_usd TYPE DECIMAL(38, 0);

-- The rate card and the reason for having no price are keys of the daily sums from here on.
DELETE FROM usage_daily;
INSERT INTO usage_daily (
    workspace_id, id, local_date, workflow_id, stage, purpose, provider, model, operation, size, quality, batch, outcome,
    is_retry, cost_basis, rate_card_id, unpriced_reason, calls, images_requested, images_returned, images_accepted,
    images_judged, billing_unknown, cost_nano_usd, paid_loss_nano_usd, unpriced_calls, unbounded_calls,
    bound_low_nano_usd, bound_high_nano_usd, text_input_tokens, image_input_tokens, text_output_tokens,
    image_output_tokens, last_occurred_at, last_received_at
)
SELECT workspace,
    md5(jsonb_build_array(local_date, workflow_id, stage, purpose, provider, model, operation, size, quality, batch,
        outcome, is_retry, cost_basis, rate_card_id, unpriced_reason)::text),
    local_date, workflow_id, stage, purpose, provider, model, operation, size, quality, batch, outcome, is_retry,
    cost_basis, rate_card_id, unpriced_reason, calls, requested, returned, accepted, judged, unknown, cost, loss,
    unpriced, unbounded, low, high, text_in, image_in, text_out, image_out, occurred, received
FROM (
    SELECT workspace_id AS workspace, local_date, workflow_id, stage, purpose, provider, model, operation, size, quality,
        batch, outcome, retry_of IS NOT NULL AS is_retry, cost_basis, rate_card_id, unpriced_reason,
        count(*) AS calls, sum(n) AS requested, sum(images_returned) AS returned,
        COALESCE(sum(images_accepted), 0) AS accepted,
        COALESCE(sum(images_returned) FILTER (WHERE images_accepted IS NOT NULL), 0) AS judged,
        count(*) FILTER (WHERE billed IS NULL) AS unknown, COALESCE(sum(cost_nano_usd), 0) AS cost,
        COALESCE(sum(cost_nano_usd) FILTER (WHERE images_returned = 0), 0) AS loss,
        count(*) FILTER (WHERE cost_nano_usd IS NULL) AS unpriced,
        count(*) FILTER (WHERE cost_nano_usd IS NULL AND bound_high_nano_usd IS NULL) AS unbounded,
        COALESCE(sum(bound_low_nano_usd), 0) AS low, COALESCE(sum(bound_high_nano_usd), 0) AS high,
        COALESCE(sum(text_input_tokens), 0) AS text_in, COALESCE(sum(image_input_tokens), 0) AS image_in,
        COALESCE(sum(text_output_tokens), 0) AS text_out, COALESCE(sum(image_output_tokens), 0) AS image_out,
        max(occurred_at) AS occurred, max(received_at) AS received
    FROM call
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
) AS daily;

ALTER TABLE scenario_version ENABLE TRIGGER immutable;
ALTER TABLE scenario_version FORCE ROW LEVEL SECURITY;
ALTER TABLE rate_card FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_daily FORCE ROW LEVEL SECURITY;
ALTER TABLE call FORCE ROW LEVEL SECURITY;
