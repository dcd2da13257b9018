-- CreateTable
CREATE TABLE "history_heads" (
    "shop" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "zone_read_at" TIMESTAMPTZ(3),
    "figures_format" INTEGER NOT NULL,
    "orders_counted_at" TIMESTAMPTZ(3),

    CONSTRAINT "history_heads_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "history_rows" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "order_id" TEXT NOT NULL,
    "order_name" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "who" TEXT NOT NULL,
    "staff_id" TEXT,
    "outcome" TEXT NOT NULL,
    "is_partial" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "steps" TEXT[],
    "staff_ids" TEXT[],
    "currency_code" TEXT NOT NULL,
    "planned_minor" BIGINT NOT NULL,
    "back_minor" BIGINT NOT NULL,
    "credit_minor" BIGINT NOT NULL,
    "kept_minor" BIGINT NOT NULL,
    "saved_minor" BIGINT NOT NULL,
    "changed_minor" BIGINT NOT NULL,
    "units_back" INTEGER NOT NULL,
    "by_person" BOOLEAN NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "money_back_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "history_rows_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "figure_days" (
    "shop" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "currency_code" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "opened" INTEGER NOT NULL,
    "cancelled" INTEGER NOT NULL,
    "declined" INTEGER NOT NULL,
    "withdrawn" INTEGER NOT NULL,
    "expired" INTEGER NOT NULL,
    "superseded" INTEGER NOT NULL,
    "alone" INTEGER NOT NULL,
    "back_minor" BIGINT NOT NULL,
    "credit_minor" BIGINT NOT NULL,
    "kept_minor" BIGINT NOT NULL,
    "saved_minor" BIGINT NOT NULL,
    "changed_minor" BIGINT NOT NULL,
    "units_back" INTEGER NOT NULL,
    "money_back" INTEGER NOT NULL,
    "money_back_ms" BIGINT NOT NULL,

    CONSTRAINT "figure_days_pkey" PRIMARY KEY ("shop","day","currency_code","who","reason")
);

-- CreateTable
CREATE TABLE "order_days" (
    "shop" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "orders" INTEGER NOT NULL,
    "cancelled" INTEGER NOT NULL,
    "parts" INTEGER NOT NULL,

    CONSTRAINT "order_days_pkey" PRIMARY KEY ("shop","day")
);

-- CreateTable
CREATE TABLE "history_exports" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "requested_by" JSONB NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "form" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "written" INTEGER NOT NULL,
    "bytes" BIGINT NOT NULL,
    "after_at" TIMESTAMPTZ(3),
    "after_id" UUID,
    "parts" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "history_exports_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "history_export_parts" (
    "shop" TEXT NOT NULL,
    "export_id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "history_export_parts_pkey" PRIMARY KEY ("shop","export_id","part")
);

-- CreateTable
CREATE TABLE "shop_setups" (
    "shop" TEXT NOT NULL,
    "policy_read_at" TIMESTAMPTZ(3),
    "block_seen_at" TIMESTAMPTZ(3),
    "page_seen_at" TIMESTAMPTZ(3),
    "dismissed_at" TIMESTAMPTZ(3),

    CONSTRAINT "shop_setups_pkey" PRIMARY KEY ("shop")
);

-- CreateIndex
CREATE INDEX "history_rows_shop_opened_at_id_idx" ON "history_rows"("shop", "opened_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "history_rows_shop_order_id_idx" ON "history_rows"("shop", "order_id");

-- CreateIndex
CREATE INDEX "history_rows_shop_order_name_idx" ON "history_rows"("shop", "order_name");

-- CreateIndex
CREATE INDEX "history_exports_shop_requested_at_idx" ON "history_exports"("shop", "requested_at" DESC);

-- CreateIndex
CREATE INDEX "history_exports_expires_at_idx" ON "history_exports"("expires_at");

-- AddForeignKey
ALTER TABLE "history_export_parts" ADD CONSTRAINT "history_export_parts_shop_export_id_fkey" FOREIGN KEY ("shop", "export_id") REFERENCES "history_exports"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema language cannot say.

-- Nothing is written of a shop whose data was erased, until it installs the app anew.
CREATE TRIGGER "history_heads_skip_erased" BEFORE INSERT ON "history_heads"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
CREATE TRIGGER "history_rows_skip_erased" BEFORE INSERT ON "history_rows"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
CREATE TRIGGER "figure_days_skip_erased" BEFORE INSERT ON "figure_days"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
CREATE TRIGGER "order_days_skip_erased" BEFORE INSERT ON "order_days"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
CREATE TRIGGER "history_exports_skip_erased" BEFORE INSERT ON "history_exports"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
CREATE TRIGGER "history_export_parts_skip_erased" BEFORE INSERT ON "history_export_parts"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
CREATE TRIGGER "shop_setups_skip_erased" BEFORE INSERT ON "shop_setups"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
