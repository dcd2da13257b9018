-- Built beside the writers, which no transaction may do: so this is the migration's only statement.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "order_mirror_by_risk" ON "order_mirror" (
  "shop",
  "risk",
  "created_at" DESC,
  "order_id" DESC
) WHERE "risk" IS NOT NULL;
