-- Calls without a price are looked up one by one, and are few: in a long log they are found by an index of their own,
-- which costs nothing for calls that have a price. So are their sums.
CREATE INDEX "call_unpriced_idx" ON "call"("workspace_id", "occurred_at" DESC, "id" DESC) WHERE "unpriced_reason" IS NOT NULL;
CREATE INDEX "usage_daily_unpriced_idx" ON "usage_daily"("workspace_id", "local_date") WHERE "cost_basis" = 'unpriced';
