-- Built beside the writers, which no transaction may do: so this is the migration's only statement.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "order_mirror_without_locations" ON "order_mirror" (
  "shop",
  "created_at" DESC
) WHERE "locations" IS NULL;
