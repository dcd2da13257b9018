-- Which orders lost a part: few events of many, looked up for every page of the list.
CREATE INDEX IF NOT EXISTS "cancellation_events_parts"
  ON "cancellation_events" ("shop", "cancellation_id") WHERE "type" = 'lines_removed';
