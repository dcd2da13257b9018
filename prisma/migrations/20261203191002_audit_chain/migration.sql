-- CreateTable
CREATE TABLE "audit_links" (
    "shop" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "subject" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,
    "format" SMALLINT NOT NULL,

    CONSTRAINT "audit_links_pkey" PRIMARY KEY ("shop","position")
);

-- CreateTable
CREATE TABLE "audit_chains" (
    "shop" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealed_until" TIMESTAMPTZ(3) NOT NULL,
    "verified_at" TIMESTAMPTZ(3),
    "verdict" JSONB,

    CONSTRAINT "audit_chains_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "actor" JSONB NOT NULL,
    "data" JSONB NOT NULL,
    "format" SMALLINT NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "staff_names" (
    "shop" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_names_pkey" PRIMARY KEY ("shop","staff_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_links_shop_subject_seq_key" ON "audit_links"("shop", "subject", "seq");

-- CreateIndex
CREATE INDEX "audit_entries_shop_at_id_idx" ON "audit_entries"("shop", "at", "id");

-- What Prisma's schema language cannot say.

-- The chain and the entries beside the events are append-only as these are: rows go with their whole shop, which says
-- so first (unorder.redacted_shop), and in no other case.
CREATE FUNCTION "audit_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD."shop" = current_setting('unorder.redacted_shop', true) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "audit_links_no_change" BEFORE UPDATE OR DELETE ON "audit_links"
  FOR EACH ROW EXECUTE FUNCTION "audit_is_append_only"();
CREATE TRIGGER "audit_links_no_truncate" BEFORE TRUNCATE ON "audit_links"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_is_append_only"();
CREATE TRIGGER "audit_entries_no_change" BEFORE UPDATE OR DELETE ON "audit_entries"
  FOR EACH ROW EXECUTE FUNCTION "audit_is_append_only"();
CREATE TRIGGER "audit_entries_no_truncate" BEFORE TRUNCATE ON "audit_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_is_append_only"();

-- Nothing is written of a shop whose data was erased, until it installs the app anew.
CREATE TRIGGER "audit_links_skip_erased" BEFORE INSERT ON "audit_links"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
CREATE TRIGGER "audit_chains_skip_erased" BEFORE INSERT ON "audit_chains"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
CREATE TRIGGER "audit_entries_skip_erased" BEFORE INSERT ON "audit_entries"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
CREATE TRIGGER "staff_names_skip_erased" BEFORE INSERT ON "staff_names"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
