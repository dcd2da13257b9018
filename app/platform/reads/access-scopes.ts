/**
 * What the app asks a shop to allow, as in `[access_scopes]` of shopify.app.toml, where each is explained. The
 * app's code and its configuration are released together, so nobody has to say it a third time.
 */
export const ACCESS_SCOPES: readonly string[] = [
  'write_app_proxy',
  'read_orders',
  'write_orders',
  'read_order_edits',
  'write_order_edits',
  'write_returns',
  'read_customers',
  'read_products',
  'read_inventory',
  'write_inventory',
  'read_gift_cards',
  'write_gift_cards',
  'read_store_credit_accounts',
  'read_store_credit_account_transactions',
  'write_store_credit_account_transactions',
  'read_payment_terms',
  'read_markets',
  'read_locales',
  'read_fulfillments',
  'read_merchant_managed_fulfillment_orders',
  'write_merchant_managed_fulfillment_orders',
  'read_third_party_fulfillment_orders',
  'write_third_party_fulfillment_orders',
];
