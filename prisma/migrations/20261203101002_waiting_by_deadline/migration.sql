-- What waits for a person, what ends first at the top. Built beside the writers, which no transaction may do: so this
-- is the migration's only statement.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "cancellations_waiting_by_deadline"
  ON "cancellations" ("shop", ("status" = 'in_review'), coalesce("answer_by", 'infinity'::timestamptz), "id")
  WHERE "live" AND "status" IN ('needs_attention', 'in_review');
