-- CreateTable
CREATE TABLE "usage_monthly" (
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
    "rate_card_id" TEXT,
    "unpriced_reason" TEXT,
    "calls" BIGINT NOT NULL,
    "images_requested" BIGINT NOT NULL,
    "images_returned" BIGINT NOT NULL,
    "images_accepted" BIGINT NOT NULL,
    "images_judged" BIGINT NOT NULL,
    "billing_unknown" BIGINT NOT NULL,
    "cost_nano_usd" DECIMAL(38,0) NOT NULL,
    "paid_loss_nano_usd" DECIMAL(38,0) NOT NULL,
    "unpriced_calls" BIGINT NOT NULL,
    "unbounded_calls" BIGINT NOT NULL,
    "bound_low_nano_usd" DECIMAL(38,0) NOT NULL,
    "bound_high_nano_usd" DECIMAL(38,0) NOT NULL,
    "text_input_tokens" BIGINT NOT NULL,
    "image_input_tokens" BIGINT NOT NULL,
    "text_output_tokens" BIGINT NOT NULL,
    "image_output_tokens" BIGINT NOT NULL,
    "last_occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "last_received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "usage_monthly_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "usage_monthly_workspace_id_local_date_idx" ON "usage_monthly"("workspace_id", "local_date");

-- AddForeignKey
ALTER TABLE "usage_monthly" ADD CONSTRAINT "usage_monthly_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The months that are there already. The owner of a forced table sees none of its rows.
ALTER TABLE usage_daily NO FORCE ROW LEVEL SECURITY;
INSERT INTO usage_monthly
SELECT workspace,
    md5(jsonb_build_array(month, workflow_id, stage, purpose, provider, model, operation, size, quality, batch, outcome,
        is_retry, cost_basis, rate_card_id, unpriced_reason)::text),
    month, workflow_id, stage, purpose, provider, model, operation, size, quality, batch, outcome, is_retry, cost_basis,
    rate_card_id, unpriced_reason, calls, requested, returned, accepted, judged, unknown, cost, loss, unpriced,
    unbounded, low, high, text_in, image_in, text_out, image_out, occurred, received
FROM (
    SELECT workspace_id AS workspace, date_trunc('month', local_date)::date AS month, workflow_id, stage, purpose,
        provider, model, operation, size, quality, batch, outcome, is_retry, cost_basis, rate_card_id, unpriced_reason,
        sum(calls) AS calls, sum(images_requested) AS requested, sum(images_returned) AS returned,
        sum(images_accepted) AS accepted, sum(images_judged) AS judged, sum(billing_unknown) AS unknown,
        sum(cost_nano_usd) AS cost, sum(paid_loss_nano_usd) AS loss, sum(unpriced_calls) AS unpriced,
        sum(unbounded_calls) AS unbounded, sum(bound_low_nano_usd) AS low, sum(bound_high_nano_usd) AS high,
        sum(text_input_tokens) AS text_in, sum(image_input_tokens) AS image_in, sum(text_output_tokens) AS text_out,
        sum(image_output_tokens) AS image_out, max(last_occurred_at) AS occurred, max(last_received_at) AS received
    FROM usage_daily
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
) AS monthly;
ALTER TABLE usage_daily FORCE ROW LEVEL SECURITY;

SELECT protect_tenant_table('usage_monthly');
