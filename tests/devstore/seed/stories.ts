/** The orders the demo shop is known by. Of those that were placed at one moment, the first comes first. */
import { CANCELLED_STORIES } from './stories/cancelled-stories.ts';
import { FULFILLMENT_STORIES } from './stories/fulfillment-stories.ts';
import { MAYAS_STORIES } from './stories/mayas-stories.ts';
import { PAYMENT_STORIES } from './stories/payment-stories.ts';
import { PRICE_STORIES } from './stories/price-stories.ts';
import type { Story } from './story.ts';

export const STORIES: readonly Story[] = [
  ...MAYAS_STORIES,
  ...PAYMENT_STORIES,
  ...PRICE_STORIES,
  ...FULFILLMENT_STORIES,
  ...CANCELLED_STORIES,
];
