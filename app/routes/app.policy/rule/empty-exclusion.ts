import type { Exclusion } from '../../../domain/policy/document/policy.ts';

/** An exclusion of a kind as it begins: its values are still to be named. */
export function emptyExclusion(kind: Exclusion['kind']): Exclusion {
  const begun = { then: 'refuse', wording: null } as const;
  switch (kind) {
    case 'gift_card':
    case 'subscription':
    case 'pre_order':
    case 'personalised':
    case 'digital':
      return { kind, ...begun };
    case 'risk_level':
      return { kind, values: ['HIGH'], then: 'review', wording: null };
    case 'product_tag':
    case 'product_type':
    case 'collection':
    case 'final_sale':
    case 'customer_tag':
    case 'order_tag':
    case 'sales_channel':
    case 'payment_method':
      return { kind, values: [], ...begun };
  }
}
