-- How and when a person handed money over that no gateway could give back.
ALTER TABLE "cancellation_texts" ADD COLUMN "proof_of_payment" TEXT;
