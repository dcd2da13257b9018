import type { ScenarioShop } from 'devstore/seed';

import type { StaffCancelBody } from '../../app/contract/staff/staff-bodies.ts';
import { DEFAULT_POLICY } from '../../app/messages/default-policy.ts';
import { documentOf } from '../support/facts/policies.ts';
import { BROWSER } from '../support/pages/browser-headers.ts';
import { ownerToken } from '../support/processes/app-stage.ts';
import type { BenchStage } from './stage/bench-stage.ts';

/** The owner of a shop in front of the app's pages. Each call resolves to its status. */
export interface Staff {
  /** What the order's page asks for when it opens. */
  look(orderNumber: number): Promise<number>;
  /** Cancels a whole order and gives everything back. */
  cancel(orderNumber: number): Promise<number>;
  /** Tries the policy that shops begin with on the shop's past orders, to the end. */
  simulate(): Promise<number>;
}

const WHOLE: StaffCancelBody = {
  knownCancellationId: null,
  selection: { kind: 'order' },
  keepFreeItems: false,
  issueRefund: true,
  amount: null,
  method: 'original',
  restock: true,
  reason: 'CUSTOMER',
  notify: true,
  noteToCustomer: '',
  internalNote: '',
};

export function createStaff({ devstore, url }: BenchStage, shop: ScenarioShop): Staff {
  const ask = async (path: string, body?: unknown): Promise<number> => {
    // A token lives for a minute: pages ask for one with each call.
    const headers = {
      ...BROWSER,
      authorization: `Bearer ${ownerToken(devstore, shop)}`,
      'content-type': 'application/json',
    };
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(`${url}/api/staff${path}`, { headers, ...sent });
    await response.arrayBuffer();
    return response.status;
  };
  return {
    look: (orderNumber) => ask(`/orders/${orderNumber}/cancellation`),
    cancel: (orderNumber) => ask(`/orders/${orderNumber}/cancellation`, WHOLE),
    simulate: () =>
      ask('/policy/simulation', {
        document: documentOf(DEFAULT_POLICY),
        minutesAfterOrder: 30,
      }),
  };
}
