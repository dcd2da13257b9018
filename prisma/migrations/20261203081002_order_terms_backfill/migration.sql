-- After the triggers, in a transaction of its own: orders that were there before them.
INSERT INTO "order_terms" ("shop", "term", "created_at", "order_id")
  SELECT o."shop", word, o."created_at", o."order_id"
  FROM "order_mirror" AS o, unorder_terms_of(o."terms", o."country_code", o."locations", o."tags") AS word
  ON CONFLICT DO NOTHING;

UPDATE "order_mirror" AS o SET "cancellation_status" = c."status"
  FROM (SELECT DISTINCT ON ("shop", "order_id") "shop", "order_id", "status" FROM "cancellations"
    ORDER BY "shop", "order_id", "opened_at" DESC, "id" DESC) AS c
  WHERE o."shop" = c."shop" AND o."order_id" = c."order_id" AND o."cancellation_status" IS DISTINCT FROM c."status";
