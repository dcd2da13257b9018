-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isOnline" BOOLEAN NOT NULL DEFAULT false,
    "scope" TEXT,
    "expires" TIMESTAMP(3),
    "accessToken" TEXT NOT NULL,
    "userId" BIGINT,
    "firstName" TEXT,
    "lastName" TEXT,
    "email" TEXT,
    "accountOwner" BOOLEAN,
    "locale" TEXT,
    "collaborator" BOOLEAN,
    "emailVerified" BOOLEAN,
    "refreshToken" TEXT,
    "refreshTokenExpires" TIMESTAMP(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cancellations" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "order_id" TEXT NOT NULL,
    "order_name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "live" BOOLEAN NOT NULL,
    "seq" INTEGER NOT NULL,
    "wake_at" TIMESTAMPTZ(3),
    "requested_by" TEXT NOT NULL,
    "reason_id" TEXT,
    "amount_minor" BIGINT NOT NULL,
    "currency_code" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cancellations_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "cancellation_events" (
    "shop" TEXT NOT NULL,
    "cancellation_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "cancellation_events_pkey" PRIMARY KEY ("shop","cancellation_id","seq")
);

-- CreateTable
CREATE TABLE "cancellation_texts" (
    "shop" TEXT NOT NULL,
    "cancellation_id" UUID NOT NULL,
    "customer_comment" TEXT,
    "note_to_customer" TEXT,
    "internal_note" TEXT,

    CONSTRAINT "cancellation_texts_pkey" PRIMARY KEY ("shop","cancellation_id")
);

-- CreateTable
CREATE TABLE "policy_versions" (
    "shop" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "saved_by" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_versions_pkey" PRIMARY KEY ("shop","version")
);

-- CreateTable
CREATE TABLE "order_mirror" (
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "customer_id" TEXT,
    "customer_name" TEXT,
    "email" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "financial_status" TEXT,
    "fulfillment_status" TEXT,
    "total_minor" BIGINT NOT NULL,
    "currency_code" TEXT NOT NULL,
    "terms" tsvector NOT NULL,

    CONSTRAINT "order_mirror_pkey" PRIMARY KEY ("shop","order_id")
);

-- CreateTable
CREATE TABLE "sync_watermarks" (
    "shop" TEXT NOT NULL,
    "complete_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sync_watermarks_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "webhook_inbox" (
    "shop" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,
    "triggered_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "news" JSONB,

    CONSTRAINT "webhook_inbox_pkey" PRIMARY KEY ("shop","webhook_id")
);

-- CreateTable
CREATE TABLE "stock_levels" (
    "shop" TEXT NOT NULL,
    "inventory_item_id" TEXT NOT NULL,
    "location_id" TEXT NOT NULL,
    "available" INTEGER,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_levels_pkey" PRIMARY KEY ("shop","inventory_item_id","location_id")
);

-- CreateTable
CREATE TABLE "data_requests" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "customer_id" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "data_requests_pkey" PRIMARY KEY ("shop","id")
);

-- CreateIndex
CREATE INDEX "Session_shop_idx" ON "Session"("shop");

-- CreateIndex
CREATE INDEX "cancellations_shop_opened_at_id_idx" ON "cancellations"("shop", "opened_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "cancellations_shop_order_id_opened_at_idx" ON "cancellations"("shop", "order_id", "opened_at" DESC);

-- CreateIndex
CREATE INDEX "order_mirror_shop_created_at_order_id_idx" ON "order_mirror"("shop", "created_at" DESC, "order_id" DESC);

-- CreateIndex
CREATE INDEX "order_mirror_shop_customer_id_idx" ON "order_mirror"("shop", "customer_id");

-- CreateIndex
CREATE INDEX "order_mirror_terms_idx" ON "order_mirror" USING GIN ("terms");

-- CreateIndex
CREATE INDEX "webhook_inbox_received_at_idx" ON "webhook_inbox"("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_inbox_shop_event_id_topic_digest_key" ON "webhook_inbox"("shop", "event_id", "topic", "digest");

-- AddForeignKey
ALTER TABLE "cancellation_events" ADD CONSTRAINT "cancellation_events_shop_cancellation_id_fkey" FOREIGN KEY ("shop", "cancellation_id") REFERENCES "cancellations"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cancellation_texts" ADD CONSTRAINT "cancellation_texts_shop_cancellation_id_fkey" FOREIGN KEY ("shop", "cancellation_id") REFERENCES "cancellations"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- At most one live cancellation per order, whoever races.
CREATE UNIQUE INDEX "cancellations_one_live_per_order" ON "cancellations"("shop", "order_id") WHERE "live";

-- The wake-up sweep reads only what is live, across shops.
CREATE INDEX "cancellations_wake_at" ON "cancellations"("wake_at") WHERE "live" AND "wake_at" IS NOT NULL;

-- The history is append-only. Its rows go in one case: their whole shop goes, and says so first
-- (SET LOCAL unorder.redacted_shop).
CREATE FUNCTION "cancellation_events_are_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD."shop" = current_setting('unorder.redacted_shop', true) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'cancellation_events is append-only' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "cancellation_events_no_change" BEFORE UPDATE OR DELETE ON "cancellation_events"
  FOR EACH ROW EXECUTE FUNCTION "cancellation_events_are_append_only"();

CREATE TRIGGER "cancellation_events_no_truncate" BEFORE TRUNCATE ON "cancellation_events"
  FOR EACH STATEMENT EXECUTE FUNCTION "cancellation_events_are_append_only"();
