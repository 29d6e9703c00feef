-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "calls_kept_from" DATE,
ADD COLUMN     "calls_kept_months" INTEGER;

-- CreateTable
CREATE TABLE "call_drop" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "is_automatic" BOOLEAN NOT NULL,
    "from_date" DATE NOT NULL,
    "through_date" DATE NOT NULL,
    "calls" BIGINT NOT NULL,
    "cost_nano_usd" DECIMAL(38,0) NOT NULL,
    "calls_dropped" BIGINT NOT NULL DEFAULT 0,
    "done_through" DATE,
    "begun_date" DATE,
    "failure" TEXT,
    "heartbeat_at" TIMESTAMPTZ(3),
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "call_drop_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "call_drop_workspace_id_created_at_idx" ON "call_drop"("workspace_id", "created_at");

-- AddForeignKey
ALTER TABLE "call_drop" ADD CONSTRAINT "call_drop_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT protect_tenant_table('call_drop');

-- Calls are dropped once at a time.
CREATE UNIQUE INDEX "call_drop_open_key" ON "call_drop"("workspace_id") WHERE "status" IN ('running', 'stopping');

-- Whichever server has time goes on with it, and looks for workspaces whose later days follow, so it must find both before
-- it knows their workspace. It sees no others.
CREATE POLICY open_drops ON call_drop FOR SELECT
    USING (status IN ('running', 'stopping') AND current_setting('app.open_drops', true) = 'visible');
CREATE POLICY following_drops ON workspace FOR SELECT
    USING (calls_kept_months IS NOT NULL AND current_setting('app.following_drops', true) = 'visible');
