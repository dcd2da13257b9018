-- Built beside the writers, which no transaction may do: so this is the migration's only statement.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "order_mirror_by_number" ON "order_mirror" (
  "shop",
  (coalesce(nullif(regexp_replace("name", '[^0-9]', '', 'g'), ''), '-1')::numeric) DESC,
  "order_id" DESC
);
