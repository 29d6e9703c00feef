-- CreateTable
CREATE TABLE "tracked_tag" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value_count" INTEGER NOT NULL DEFAULT 0,
    "counted_from" DATE NOT NULL,
    "is_counting" BOOLEAN NOT NULL,
    "heartbeat_at" TIMESTAMPTZ(3),
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tracked_tag_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "tracked_tag_value" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "tag_key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "tracked_tag_value_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "usage_daily_tag" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "tag_key" TEXT NOT NULL,
    "tag_value" TEXT,
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

    CONSTRAINT "usage_daily_tag_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "tracked_tag_workspace_id_key_key" ON "tracked_tag"("workspace_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "tracked_tag_value_workspace_id_tag_key_value_key" ON "tracked_tag_value"("workspace_id", "tag_key", "value");

-- CreateIndex
CREATE INDEX "usage_daily_tag_workspace_id_tag_key_local_date_idx" ON "usage_daily_tag"("workspace_id", "tag_key", "local_date");

-- AddForeignKey
ALTER TABLE "tracked_tag" ADD CONSTRAINT "tracked_tag_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tracked_tag_value" ADD CONSTRAINT "tracked_tag_value_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_daily_tag" ADD CONSTRAINT "usage_daily_tag_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT protect_tenant_table('tracked_tag');
SELECT protect_tenant_table('tracked_tag_value');
SELECT protect_tenant_table('usage_daily_tag');

-- Whichever server has time counts the past of a tag, so it must find those that wait before it knows their workspace.
CREATE POLICY open_tag_counts ON tracked_tag FOR SELECT
    USING (is_counting AND current_setting('app.open_tag_counts', true) = 'visible');
