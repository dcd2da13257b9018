-- After the triggers, in a transaction of its own: it locks the few rows it changes, and no table.
UPDATE "order_mirror" AS o SET "cancelled_in_part" = true
  FROM "cancellations" AS c
  JOIN "cancellation_events" AS e ON e."shop" = c."shop" AND e."cancellation_id" = c."id"
    AND e."type" = 'lines_removed'
  WHERE o."shop" = c."shop" AND o."order_id" = c."order_id" AND NOT o."cancelled_in_part";
