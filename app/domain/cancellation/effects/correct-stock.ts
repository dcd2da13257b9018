import { type StockChange, stockCorrections } from '../../refund/goods/restock.ts';
import { moved, withDone } from '../../saga/underway.ts';
import type { Cancellation } from '../state.ts';
import type { CancellationEffect } from './definition.ts';
import { SETTLE } from '../choices/standstill-choices.ts';

declare module '../events.ts' {
  interface EffectShapes {
    /** Corrects the stock where only some of the units go back on sale. */
    correct_stock: {
      takes: { readonly changes: readonly StockChange[] };
      brings: object;
      records: { stock_corrected: object };
    };
  }
}

/** Corrects the stock where only some of the units go back on sale. */
export const correctStock: CancellationEffect<'correct_stock'> = {
  key: ({ id }) => stockKey(id),
  // Stock shows only its sum: the same idempotency key tells the platform that it has been done.
  isReadBack: false,
  recognise: () => null,
  succeeded: () => [{ type: 'stock_corrected' }],
  refused: () => null,
  choices: () => SETTLE,
  due: {
    stage: 'after_money',
    effect: (state) =>
      owesStock(state)
        ? { kind: 'correct_stock', changes: stockCorrections(state.plan.refund) }
        : null,
  },
  records: {
    stock_corrected: (state) => ({ ...state, ...moved, ...withDone(state, stockKey(state.id)) }),
  },
  closedBy: {
    settled_by_hand: (_asked, on) => ({ ...on, ...withDone(on, stockKey(on.id)) }),
  },
  steps: ['stock_corrected'],
};

/** Whether stock is wrong as far as is known; a person may have left it so. */
export const owesStock = ({ id, done, plan }: Cancellation): boolean =>
  !done.includes(stockKey(id)) && stockCorrections(plan.refund).length > 0;

const stockKey = (cancellation: string): string => `${cancellation}-stock`;
