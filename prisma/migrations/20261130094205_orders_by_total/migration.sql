-- Built beside the writers, which no transaction may do: so this is the migration's only statement.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "order_mirror_by_total"
  ON "order_mirror" ("shop", "total_minor" DESC, "order_id" DESC);
