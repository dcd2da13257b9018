-- Built beside the writers, which no transaction may do: so this is the migration's only statement.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "cancellation_events_shop_at_cancellation_id_seq_idx"
  ON "cancellation_events" ("shop", "at", "cancellation_id", "seq");
