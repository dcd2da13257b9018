-- What a shop has set about its mails: one document, with the number of the save that it came by.
CREATE TABLE "notification_settings" (
  "shop" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "document" JSONB NOT NULL,
  "format" SMALLINT NOT NULL,
  "saved_by" JSONB NOT NULL,
  "saved_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "notification_settings_pkey" PRIMARY KEY ("shop")
);

-- What became of each mail, without its address or its words.
CREATE TABLE "mail_deliveries" (
  "shop" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "template" TEXT NOT NULL,
  "audience" TEXT NOT NULL,
  "order_name" TEXT,
  "status" TEXT NOT NULL,
  "code" TEXT,
  "attempts" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "mail_deliveries_pkey" PRIMARY KEY ("shop", "key")
);

CREATE INDEX "mail_deliveries_shop_at_key_idx" ON "mail_deliveries" ("shop", "at" DESC, "key");

-- Of a shop whose data was erased nothing is stored any more.
CREATE TRIGGER "notification_settings_skip_erased" BEFORE INSERT ON "notification_settings"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
CREATE TRIGGER "mail_deliveries_skip_erased" BEFORE INSERT ON "mail_deliveries"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
