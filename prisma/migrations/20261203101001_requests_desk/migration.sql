-- Until when a request is answered: what waits is sorted by it. Of those under way it is filled in from their story.
ALTER TABLE "cancellations" ADD COLUMN "answer_by" TIMESTAMPTZ(3);

UPDATE "cancellations" c SET "answer_by" = to_timestamp((e."data" ->> 'reviewDeadline')::bigint / 1000.0)
FROM "cancellation_events" e
WHERE c."live" AND e."shop" = c."shop" AND e."cancellation_id" = c."id" AND e."seq" = 1
  AND jsonb_typeof(e."data" -> 'reviewDeadline') = 'number';

-- Which staff member looks after what waits.
CREATE TABLE "request_assignments" (
  "shop" TEXT NOT NULL,
  "cancellation_id" UUID NOT NULL,
  "staff_id" TEXT NOT NULL,
  "assigned_by" TEXT NOT NULL,
  "assigned_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "request_assignments_pkey" PRIMARY KEY ("shop", "cancellation_id"),
  CONSTRAINT "request_assignments_shop_cancellation_id_fkey" FOREIGN KEY ("shop", "cancellation_id")
    REFERENCES "cancellations" ("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "request_assignments_shop_staff_id_idx" ON "request_assignments" ("shop", "staff_id");
