-- Nothing is written of a shop whose data was erased, until it installs the app anew. What the orders' own triggers
-- write passed their guard already and goes no second time through one: an order has twenty terms.
CREATE TRIGGER "order_terms_skip_erased" BEFORE INSERT ON "order_terms"
  FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION "skip_erased_shop"();
