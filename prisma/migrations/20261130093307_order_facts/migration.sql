-- Facts of orders as they were last read, for what is only shown. Not logged, so neither replicated nor backed up:
-- all of it can be read again, and what was erased is in no backup.
CREATE UNLOGGED TABLE "order_facts" (
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "customer_id" TEXT,
    "format" INTEGER NOT NULL,
    "facts" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_facts_pkey" PRIMARY KEY ("shop","order_id")
);

-- CreateIndex
CREATE INDEX "order_facts_shop_customer_id_idx" ON "order_facts"("shop", "customer_id");

-- CreateIndex
CREATE INDEX "order_facts_read_at_idx" ON "order_facts"("read_at");

-- What Prisma's schema language cannot say.

-- Nothing is kept of a shop or a customer who was erased, of their orders, nor of an order that was deleted.
CREATE FUNCTION "skip_erased_facts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM unorder_lock_erasures(NEW."shop");
  IF unorder_is_erased('shop', NEW."shop", '')
    OR unorder_is_erased('customer', NEW."shop", NEW."customer_id")
    OR unorder_is_erased('order', NEW."shop", NEW."order_id")
    OR unorder_is_erased('deleted_order', NEW."shop", NEW."order_id") THEN RETURN NULL; END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "order_facts_skip_erased" BEFORE INSERT OR UPDATE ON "order_facts"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_facts"();
