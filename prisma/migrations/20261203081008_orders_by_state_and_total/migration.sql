-- Built beside the writers, which no transaction may do: so this is the migration's only statement.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "order_mirror_by_state_and_total" ON "order_mirror" (
  "shop",
  (CASE
    WHEN cancelled_at IS NOT NULL THEN 'cancelled'
    WHEN coalesce(fulfillment_status IN ('RESTOCKED'), false) THEN 'cancelled'
    WHEN coalesce(fulfillment_status IN ('REQUEST_DECLINED'), false) THEN 'failed'
    WHEN coalesce(financial_status IN ('EXPIRED', 'VOIDED'), false) THEN 'failed'
    WHEN cancelled_in_part THEN 'partly_cancelled'
    WHEN coalesce(fulfillment_status IN ('FULFILLED'), false) THEN 'completed'
    WHEN coalesce(fulfillment_status IN ('FULFILLMENT_NOT_REQUIRED'), false) AND coalesce(financial_status IN ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'), false) THEN 'completed'
    WHEN coalesce(fulfillment_status IN ('IN_PROGRESS', 'PARTIALLY_FULFILLED', 'PENDING_FULFILLMENT'), false) THEN 'processing'
    WHEN true THEN 'pending'
  END),
  "total_minor" DESC,
  "order_id" DESC
);
