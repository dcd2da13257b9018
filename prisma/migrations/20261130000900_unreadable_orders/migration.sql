-- Orders whose answer from the platform could not be read: set aside by themselves, and tried again.
CREATE TABLE "unreadable_orders" (
  "shop" TEXT NOT NULL,
  "order_id" TEXT NOT NULL,
  "order_name" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "found_at" TIMESTAMPTZ(3) NOT NULL,
  "tried_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "unreadable_orders_pkey" PRIMARY KEY ("shop", "order_id")
);
