-- Counted for every request of a shopper, and worth nothing after a crash: not written ahead, so that counting
-- costs no flush of the log. Additive: both releases read and write it as before.
ALTER TABLE "guest_attempts" SET UNLOGGED;
