-- AlterTable
ALTER TABLE "cancellations" ADD COLUMN "customer_digest" BYTEA;

-- AlterTable
ALTER TABLE "data_requests" ADD COLUMN "handed_over_at" TIMESTAMPTZ(3),
ADD COLUMN "handed_over_by" JSONB,
ADD COLUMN "order_ids" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "erasures" (
    "kind" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "erasures_pkey" PRIMARY KEY ("kind","digest")
);

-- CreateIndex
CREATE INDEX "cancellations_shop_customer_digest_idx" ON "cancellations"("shop", "customer_digest");

-- What Prisma's schema language cannot say.

-- What is kept of somebody who has to be recognised and may not be named: a digest of the shop and the id.
CREATE FUNCTION "unorder_digest"("shop" TEXT, "id" TEXT) RETURNS BYTEA
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT sha256(convert_to("shop" || E'\n' || "id", 'UTF8')) $$;

-- Whether something was erased. Writers hold this lock together until they commit, an erasure holds it alone:
-- so whoever writes either is seen by the erasure or sees it, and nothing slips through in between. (Each
-- statement of a volatile function sees what was committed before it.)
CREATE FUNCTION "unorder_lock_erasures"("shop" TEXT) RETURNS VOID LANGUAGE sql
  AS $$ SELECT pg_advisory_xact_lock_shared(hashtextextended('erasures ' || "shop", 0)) $$;

CREATE FUNCTION "unorder_is_erased"("kind" TEXT, "shop" TEXT, "id" TEXT) RETURNS BOOLEAN LANGUAGE sql
  AS $$ SELECT EXISTS (SELECT FROM "erasures" AS e
          WHERE e."kind" = $1 AND e."digest" = unorder_digest($2, $3)) $$;

-- Nothing is written of a shop whose data was erased, until it installs the app anew.
CREATE FUNCTION "skip_erased_shop"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM unorder_lock_erasures(NEW."shop");
  IF unorder_is_erased('shop', NEW."shop", '') THEN RETURN NULL; END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "cancellations_skip_erased" BEFORE INSERT ON "cancellations"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
CREATE TRIGGER "policy_versions_skip_erased" BEFORE INSERT ON "policy_versions"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
CREATE TRIGGER "sync_watermarks_skip_erased" BEFORE INSERT ON "sync_watermarks"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
CREATE TRIGGER "stock_levels_skip_erased" BEFORE INSERT ON "stock_levels"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
CREATE TRIGGER "guest_attempts_skip_erased" BEFORE INSERT ON "guest_attempts"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();

CREATE FUNCTION "lift_erasure_of_installed_shop"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "erasures" WHERE "kind" = 'shop' AND "digest" = unorder_digest(NEW."shop", '');
  RETURN NULL;
END
$$;

CREATE TRIGGER "Session_lifts_erasure" AFTER INSERT ON "Session"
  FOR EACH ROW WHEN (NOT NEW."isOnline") EXECUTE FUNCTION "lift_erasure_of_installed_shop"();

-- An order of somebody erased stays in the lists without them, by its number alone; one that was deleted does
-- not come back.
CREATE FUNCTION "erase_from_order_mirror"() RETURNS trigger LANGUAGE plpgsql AS $$
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
    -- As app/persistence/search-terms.ts makes words.
    NEW."terms" := array_to_tsvector(array_remove(regexp_split_to_array(
      lower(regexp_replace(normalize(NEW."name", NFKD), '[\u0300-\u036f]', '', 'g')),
      '[^[:alnum:]]+'), ''));
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "order_mirror_erase" BEFORE INSERT OR UPDATE ON "order_mirror"
  FOR EACH ROW EXECUTE FUNCTION "erase_from_order_mirror"();

-- What was written by and to a customer goes with them. What staff note later for the shop's own books, who
-- know then of whom they write, stays.
CREATE FUNCTION "erase_from_cancellation_texts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM unorder_lock_erasures(NEW."shop");
  IF EXISTS (SELECT FROM "cancellations" AS c
      WHERE c."shop" = NEW."shop" AND c."id" = NEW."cancellation_id"
        AND (unorder_is_erased('order', c."shop", c."order_id")
          OR EXISTS (SELECT FROM "erasures" AS e
              WHERE e."kind" = 'customer' AND e."digest" = c."customer_digest"))) THEN
    NEW."customer_comment" := NULL;
    NEW."note_to_customer" := NULL;
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "cancellation_texts_erase" BEFORE INSERT OR UPDATE ON "cancellation_texts"
  FOR EACH ROW EXECUTE FUNCTION "erase_from_cancellation_texts"();

-- A webhook that waits to be applied keeps no more of somebody than the lists do.
CREATE FUNCTION "erase_from_webhook_inbox"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "snapshot" JSONB := NEW."news" -> 'snapshot';
BEGIN
  PERFORM unorder_lock_erasures(NEW."shop");
  IF TG_OP = 'INSERT' AND unorder_is_erased('shop', NEW."shop", '') THEN RETURN NULL; END IF;
  IF jsonb_typeof("snapshot") = 'object'
    AND (coalesce(unorder_is_erased('customer', NEW."shop", "snapshot" ->> 'customerId'), false)
      OR coalesce(unorder_is_erased('order', NEW."shop", "snapshot" ->> 'id'), false)) THEN
    NEW."news" := jsonb_set(NEW."news", '{snapshot}',
      "snapshot" || '{"customerId": null, "customerName": null, "email": null}');
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "webhook_inbox_erase" BEFORE INSERT OR UPDATE ON "webhook_inbox"
  FOR EACH ROW EXECUTE FUNCTION "erase_from_webhook_inbox"();

-- Of somebody erased there is nothing left to hand over, and nobody left to prove who they are.
CREATE FUNCTION "skip_erased_customer"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM unorder_lock_erasures(NEW."shop");
  IF unorder_is_erased('shop', NEW."shop", '')
    OR unorder_is_erased('customer', NEW."shop", NEW."customer_id") THEN RETURN NULL; END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "data_requests_skip_erased" BEFORE INSERT ON "data_requests"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_customer"();

CREATE FUNCTION "skip_erased_order"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM unorder_lock_erasures(NEW."shop");
  IF unorder_is_erased('shop', NEW."shop", '')
    OR unorder_is_erased('order', NEW."shop", NEW."order_id") THEN RETURN NULL; END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "guest_challenges_skip_erased" BEFORE INSERT OR UPDATE ON "guest_challenges"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_order"();
