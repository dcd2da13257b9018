-- What waits for somebody or for money, by status and the newest first: few of many. Built beside the writers, which
-- no transaction may do: so this is the migration's only statement.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "cancellations_live_by_status"
  ON "cancellations" ("shop", "status" DESC, "opened_at" DESC, "id" DESC) WHERE "live";
