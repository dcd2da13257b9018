/** The tables that hold rows of shops. What has been erased is noted without, as a digest of shop and name. */
const NAMES = [
  'cancellations',
  'cancellation_events',
  'cancellation_texts',
  'policy_versions',
  'order_mirror',
  'order_terms',
  'order_views',
  'bulk_cancellations',
  'bulk_cancellation_orders',
  'order_facts',
  'sync_watermarks',
  'order_exports',
  'flow_runs',
  'flow_uses',
  'flow_owed',
  'unreadable_orders',
  'webhook_inbox',
  'stock_levels',
  'data_requests',
  'guest_challenges',
  'guest_attempts',
  'audit_links',
  'audit_chains',
  'audit_entries',
  'staff_names',
  'history_heads',
  'history_rows',
  'figure_days',
  'order_days',
  'history_exports',
  'history_export_parts',
  'shop_setups',
];
const TABLES = new RegExp(`\\b(${NAMES.join('|')})\\b|"Session"`);

/** A condition on the shop, or a row that is stored with it. */
const NAMES_A_SHOP = /\bshop"?\s*=\s*\$\d|INSERT INTO [^(]*\([^)]*\bshop\b/;

/** What is about all shops: the sweeps, and who has the app. */
const OF_EVERY_SHOP: readonly RegExp[] = [
  /^SELECT [^;]* FROM "public"."cancellations" WHERE [^;]*"wake_at" </,
  /^DELETE FROM "public"."(order_facts|guest_attempts|webhook_inbox)" WHERE [^;]*"(read_at|resets_at|received_at)" </,
  /^DELETE FROM "public"."history_exports" WHERE [^;]*"expires_at" </,
  /^SELECT "public"."audit_chains"."shop" FROM "public"."audit_chains" WHERE 1=1/,
  /^SELECT [^;]* FROM "public"."Session" WHERE "public"."Session"."isOnline" =/,
];

/** Of these statements those on rows of shops that name none, though they are not about all of them. */
export const withoutShop = (statements: Iterable<string>): readonly string[] =>
  [...statements].filter(
    (text) =>
      TABLES.test(text) &&
      !NAMES_A_SHOP.test(text) &&
      !OF_EVERY_SHOP.some((statement) => statement.test(text)),
  );
