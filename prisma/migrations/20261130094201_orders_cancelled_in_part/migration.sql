-- AlterTable
ALTER TABLE "order_mirror" ADD COLUMN "cancelled_in_part" BOOLEAN NOT NULL DEFAULT false;

-- What Prisma's schema language cannot say.

-- Whether units were taken off an order stands beside what else its state follows from, so that an index can have
-- the state. The tables keep it themselves: processes of the release before know nothing of it.
CREATE FUNCTION "note_cancelled_in_part"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "order_mirror" AS o SET "cancelled_in_part" = true FROM "cancellations" AS c
    WHERE c."shop" = NEW."shop" AND c."id" = NEW."cancellation_id"
      AND o."shop" = c."shop" AND o."order_id" = c."order_id" AND NOT o."cancelled_in_part";
  RETURN NULL;
END
$$;

CREATE TRIGGER "cancellation_events_note_part" AFTER INSERT ON "cancellation_events"
  FOR EACH ROW WHEN (NEW."type" = 'lines_removed') EXECUTE FUNCTION "note_cancelled_in_part"();

CREATE FUNCTION "take_cancelled_in_part"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."cancelled_in_part" := EXISTS (SELECT FROM "cancellations" AS c
    JOIN "cancellation_events" AS e ON e."shop" = c."shop" AND e."cancellation_id" = c."id"
      AND e."type" = 'lines_removed'
    WHERE c."shop" = NEW."shop" AND c."order_id" = NEW."order_id");
  RETURN NEW;
END
$$;

CREATE TRIGGER "order_mirror_take_part" BEFORE INSERT ON "order_mirror"
  FOR EACH ROW EXECUTE FUNCTION "take_cancelled_in_part"();

-- That an order lost a part names nobody: noting it waits for no erasure, and no erasure waits for it.
DROP TRIGGER "order_mirror_erase" ON "order_mirror";
CREATE TRIGGER "order_mirror_erase"
  BEFORE INSERT OR UPDATE OF "name", "customer_id", "customer_name", "email", "updated_at", "terms" ON "order_mirror"
  FOR EACH ROW EXECUTE FUNCTION "erase_from_order_mirror"();
