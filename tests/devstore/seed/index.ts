/** Shops to start with: a believable one to look at, and a small one whose orders a test describes. */
export { connectApp } from './connected-app.ts';
export { createDemoWorld } from './demo.ts';
export { BANK_DEPOSIT, CASH, PAYPAL, SHOPIFY_PAYMENTS } from './gateways.ts';
export {
  addScenarioShop,
  createScenarioShop,
  seedOrder,
  SKU,
  type OrderTraits,
  type ScenarioShop,
  type ScenarioShopOptions,
} from './scenario.ts';
