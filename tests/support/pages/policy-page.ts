import type {
  PolicyPageView,
  PolicySimulationView,
} from '../../../app/contract/policy/policy-view.ts';
import { policy, rule } from '../facts/policies.ts';

/** The policy page of a shop in Berlin that sells in three languages. */
export function policyPage(changes: Partial<PolicyPageView> = {}): PolicyPageView {
  return {
    policy: policy({
      version: 4,
      rules: [
        rule({ id: 'companies', name: 'Companies', who: ['company_buyer'] }),
        rule({ id: 'everybody', name: 'Everybody' }),
      ],
    }),
    versions: [
      { version: 4, savedAt: '2026-11-20T10:00:00.000Z', savedBy: 'you' },
      { version: 3, savedAt: '2026-11-19T10:00:00.000Z', savedBy: 'other' },
    ],
    shop: {
      complete: true,
      currencyCode: 'EUR',
      timeZone: 'Europe/Berlin',
      locales: ['en', 'de', 'fr'],
      markets: [{ id: '1', name: 'Neighbours', countries: ['DE', 'AT'] }],
      gateways: ['Cash on Delivery (COD)'],
      collectionTitles: {},
    },
    ...changes,
  };
}

/** A simulation that has gone through so many of 130 orders. */
export const simulated = (orders: number): PolicySimulationView => ({
  orders,
  total: 130,
  allowed: orders - 18,
  atOnce: orders - 20,
  byRequest: 2,
  allowedNow: 100,
  newlyAllowed: 14,
  newlyRefused: 2,
  reasons: [{ reason: 'The window had closed', count: 18 }],
  fees: [],
  since: '2026-08-24T00:00:00.000Z',
  isShortened: false,
  unreadable: 0,
});
