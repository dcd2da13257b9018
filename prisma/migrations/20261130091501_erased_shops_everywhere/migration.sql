-- Nothing is set aside of a shop whose data was erased, nor of an order that was deleted: what the lists keep out
-- has no business beside them either.
CREATE FUNCTION "skip_erased_or_deleted_order"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM unorder_lock_erasures(NEW."shop");
  IF unorder_is_erased('shop', NEW."shop", '')
    OR unorder_is_erased('deleted_order', NEW."shop", NEW."order_id") THEN RETURN NULL; END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "unreadable_orders_skip_erased" BEFORE INSERT OR UPDATE ON "unreadable_orders"
  FOR EACH ROW EXECUTE FUNCTION "skip_erased_or_deleted_order"();
