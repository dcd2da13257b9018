-- CreateTable
CREATE TABLE "bulk_cancellations" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "created" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed" JSONB,
    "stopped" JSONB,
    "paused_until" TIMESTAMPTZ(3),
    "paused_tries" INTEGER NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_cancellations_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "bulk_cancellation_orders" (
    "shop" TEXT NOT NULL,
    "bulk_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "order_id" TEXT NOT NULL,
    "order_name" TEXT,
    "cancellation_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "plan" JSONB,
    "refusals" JSONB,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_cancellation_orders_pkey" PRIMARY KEY ("shop","bulk_id","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "bulk_cancellations_shop_number_key" ON "bulk_cancellations"("shop", "number");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_cancellation_orders_shop_bulk_id_order_id_key" ON "bulk_cancellation_orders"("shop", "bulk_id", "order_id");

-- CreateIndex
CREATE INDEX "bulk_cancellation_orders_shop_order_id_idx" ON "bulk_cancellation_orders"("shop", "order_id");

-- AddForeignKey
ALTER TABLE "bulk_cancellation_orders" ADD CONSTRAINT "bulk_cancellation_orders_shop_bulk_id_fkey" FOREIGN KEY ("shop", "bulk_id") REFERENCES "bulk_cancellations"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

CREATE TRIGGER "bulk_cancellations_skip_erased" BEFORE INSERT ON "bulk_cancellations"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
CREATE TRIGGER "bulk_cancellation_orders_skip_erased" BEFORE INSERT ON "bulk_cancellation_orders"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
