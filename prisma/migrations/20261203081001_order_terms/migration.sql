-- AlterTable
ALTER TABLE "order_mirror" ADD COLUMN "cancellation_status" TEXT,
ADD COLUMN "country_code" TEXT,
ADD COLUMN "locations" JSONB,
ADD COLUMN "risk" TEXT,
ADD COLUMN "tags" JSONB;

-- AlterTable
ALTER TABLE "sync_watermarks" ADD COLUMN "extent" SMALLINT NOT NULL DEFAULT 0;

-- CreateTable. Terms are compared byte by byte, so that those that begin alike stand together.
CREATE TABLE "order_terms" (
    "shop" TEXT NOT NULL,
    "term" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "order_id" TEXT NOT NULL,

    CONSTRAINT "order_terms_pkey" PRIMARY KEY ("shop","term","created_at","order_id")
);

-- What Prisma's schema language cannot say.

-- What an order is found by: its words, of those that are numbers their first digits, and what it is filtered by.
CREATE FUNCTION "unorder_terms_of"("words" tsvector, "country" TEXT, "locations" JSONB, "tags" JSONB)
  RETURNS SETOF TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 20 AS $$
  SELECT w FROM unnest(tsvector_to_array("words")) AS w
  UNION SELECT '^' || left(w, n) FROM unnest(tsvector_to_array("words")) AS w, generate_series(1, 5) AS n
    WHERE w ~ '^[0-9]+$' AND length(w) >= n
  UNION SELECT 'c:' || "country" WHERE "country" IS NOT NULL
  UNION SELECT 'l:' || l FROM jsonb_array_elements_text(coalesce("locations", '[]')) AS l
  UNION SELECT 't:' || t FROM jsonb_array_elements_text(coalesce("tags", '[]')) AS t
$$;

-- The table keeps its terms itself: processes of the release before know nothing of them. New orders come by the
-- page, so theirs are written together; of one that changes each term is found by its key.
CREATE FUNCTION "add_order_terms"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "order_terms" ("shop", "term", "created_at", "order_id")
    SELECT a."shop", word, a."created_at", a."order_id"
    FROM "added" AS a, unorder_terms_of(a."terms", a."country_code", a."locations", a."tags") AS word
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;

CREATE FUNCTION "change_order_terms"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "order_terms"
    WHERE "shop" = OLD."shop" AND "created_at" = OLD."created_at" AND "order_id" = OLD."order_id"
      AND "term" = ANY (ARRAY(
        SELECT unorder_terms_of(OLD."terms", OLD."country_code", OLD."locations", OLD."tags")));
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO "order_terms" ("shop", "term", "created_at", "order_id")
      SELECT NEW."shop", word, NEW."created_at", NEW."order_id"
      FROM unorder_terms_of(NEW."terms", NEW."country_code", NEW."locations", NEW."tags") AS word
      ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER "order_mirror_terms_of_new" AFTER INSERT ON "order_mirror"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "add_order_terms"();
CREATE TRIGGER "order_mirror_terms_of_changed" AFTER UPDATE ON "order_mirror" FOR EACH ROW
  WHEN ((OLD."created_at", OLD."terms", OLD."country_code", OLD."locations", OLD."tags")
    IS DISTINCT FROM (NEW."created_at", NEW."terms", NEW."country_code", NEW."locations", NEW."tags"))
  EXECUTE FUNCTION "change_order_terms"();
CREATE TRIGGER "order_mirror_terms_of_gone" AFTER DELETE ON "order_mirror"
  FOR EACH ROW EXECUTE FUNCTION "change_order_terms"();

-- Where an order's newest cancellation stands, beside the order, so that an index can have it.
CREATE FUNCTION "note_cancellation_status"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "order_mirror" AS o SET "cancellation_status" = NEW."status"
    WHERE o."shop" = NEW."shop" AND o."order_id" = NEW."order_id"
      AND o."cancellation_status" IS DISTINCT FROM NEW."status"
      AND NOT EXISTS (SELECT FROM "cancellations" AS c
        WHERE c."shop" = NEW."shop" AND c."order_id" = NEW."order_id"
          AND (c."opened_at", c."id") > (NEW."opened_at", NEW."id"));
  RETURN NULL;
END
$$;

CREATE TRIGGER "cancellations_note_status" AFTER INSERT OR UPDATE OF "status" ON "cancellations"
  FOR EACH ROW EXECUTE FUNCTION "note_cancellation_status"();

CREATE FUNCTION "take_cancellation_status"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."cancellation_status" := (SELECT c."status" FROM "cancellations" AS c
    WHERE c."shop" = NEW."shop" AND c."order_id" = NEW."order_id"
    ORDER BY c."opened_at" DESC, c."id" DESC LIMIT 1);
  RETURN NEW;
END
$$;

CREATE TRIGGER "order_mirror_take_status" BEFORE INSERT ON "order_mirror"
  FOR EACH ROW EXECUTE FUNCTION "take_cancellation_status"();

-- As before, and of somebody erased neither where the order went nor what staff tagged it with.
CREATE OR REPLACE FUNCTION "erase_from_order_mirror"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM unorder_lock_erasures(NEW."shop");
  IF unorder_is_erased('shop', NEW."shop", '')
    OR unorder_is_erased('deleted_order', NEW."shop", NEW."order_id") THEN RETURN NULL; END IF;
  IF unorder_is_erased('customer', NEW."shop", NEW."customer_id") THEN
    INSERT INTO "erasures" ("kind", "digest")
      VALUES ('order', unorder_digest(NEW."shop", NEW."order_id")) ON CONFLICT DO NOTHING;
  END IF;
  IF unorder_is_erased('order', NEW."shop", NEW."order_id") THEN
    NEW."customer_id" := NULL;
    NEW."customer_name" := NULL;
    NEW."email" := NULL;
    NEW."country_code" := NULL;
    NEW."tags" := NULL;
    -- As app/persistence/order/search-terms.ts makes words.
    NEW."terms" := array_to_tsvector(array_remove(regexp_split_to_array(
      lower(regexp_replace(normalize(NEW."name", NFKD), '[\u0300-\u036f]', '', 'g')),
      '[^[:alnum:]]+'), ''));
  END IF;
  RETURN NEW;
END
$$;
