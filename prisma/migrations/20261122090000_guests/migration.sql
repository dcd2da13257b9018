-- CreateTable
CREATE TABLE "guest_challenges" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "order_name" TEXT NOT NULL,
    "contact_digest" TEXT NOT NULL,
    "order_id" TEXT,
    "code_digest" TEXT,
    "tries_left" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guest_challenges_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "guest_attempts" (
    "shop" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "resets_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guest_attempts_pkey" PRIMARY KEY ("shop","digest")
);

-- CreateIndex
CREATE INDEX "guest_challenges_shop_expires_at_idx" ON "guest_challenges"("shop", "expires_at");

-- CreateIndex
CREATE INDEX "guest_attempts_shop_resets_at_idx" ON "guest_attempts"("shop", "resets_at");
