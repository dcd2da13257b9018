-- CreateTable
CREATE TABLE "order_exports" (
    "shop" TEXT NOT NULL,
    "export_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_since" TIMESTAMPTZ(3) NOT NULL,
    "is_first" BOOLEAN NOT NULL,
    "lines_done" INTEGER NOT NULL,

    CONSTRAINT "order_exports_pkey" PRIMARY KEY ("shop")
);

CREATE TRIGGER "order_exports_skip_erased" BEFORE INSERT ON "order_exports"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
