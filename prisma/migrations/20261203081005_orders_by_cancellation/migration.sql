-- Built beside the writers, which no transaction may do: so this is the migration's only statement.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "order_mirror_by_cancellation" ON "order_mirror" (
  "shop",
  "cancellation_status",
  "created_at" DESC,
  "order_id" DESC
) WHERE "cancellation_status" IS NOT NULL;
