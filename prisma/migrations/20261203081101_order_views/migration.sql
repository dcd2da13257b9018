-- CreateTable
CREATE TABLE "order_views" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "staff_id" TEXT,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_views_pkey" PRIMARY KEY ("shop","id")
);

-- CreateIndex
CREATE INDEX "order_views_shop_staff_id_idx" ON "order_views"("shop", "staff_id");

-- What Prisma's schema language cannot say.

CREATE TRIGGER "order_views_skip_erased" BEFORE INSERT ON "order_views"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
