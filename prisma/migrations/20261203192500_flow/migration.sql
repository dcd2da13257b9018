-- CreateTable
CREATE TABLE "flow_runs" (
    "shop" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "order_id" TEXT,
    "wishes" TEXT NOT NULL,
    "workflow" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "refusals" TEXT,

    CONSTRAINT "flow_runs_pkey" PRIMARY KEY ("shop","run_id")
);

-- CreateTable
CREATE TABLE "flow_uses" (
    "shop" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "is_used" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "flow_uses_pkey" PRIMARY KEY ("shop","definition")
);

-- CreateTable
CREATE TABLE "flow_owed" (
    "shop" TEXT NOT NULL,
    "cancellation_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "trigger" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "flow_owed_pkey" PRIMARY KEY ("shop","cancellation_id","seq")
);

-- CreateIndex
CREATE INDEX "flow_runs_received_at_idx" ON "flow_runs"("received_at");

-- CreateIndex
CREATE INDEX "flow_owed_at_idx" ON "flow_owed"("at");

CREATE TRIGGER "flow_runs_skip_erased" BEFORE INSERT ON "flow_runs"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
CREATE TRIGGER "flow_uses_skip_erased" BEFORE INSERT ON "flow_uses"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
CREATE TRIGGER "flow_owed_skip_erased" BEFORE INSERT ON "flow_owed"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_shop"();
