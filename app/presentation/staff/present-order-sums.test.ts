import { describe, expect, it } from 'vitest';

import { eur, lineItem, order, transaction } from '../../../tests/support/facts/order-facts.ts';
import { presentSums } from './present-order-sums.ts';
import { messagesIn } from '../../messages/messages.ts';

describe('the sums of an order', () => {
  it('name what the total is made of, and what became of it', () => {
    const discount = {
      index: 0,
      title: 'SPRING',
      amount: eur(1_000),
      targetSelection: 'ALL',
    } as const;
    const facts = order({
      lines: [lineItem({ total: eur(9_000), discounts: [discount], taxes: [eur(1_437)] })],
      taxesIncluded: true,
      tip: eur(500),
      outstanding: eur(0),
      transactions: [
        transaction({ kind: 'SALE', amount: { presentment: eur(9_990), shop: eur(9_990) } }),
        transaction({ kind: 'REFUND', amount: { presentment: eur(2_000), shop: eur(2_000) } }),
        transaction({
          kind: 'SALE',
          status: 'FAILURE',
          amount: { presentment: eur(9_990), shop: eur(9_990) },
        }),
      ],
    });
    const { parts, totals } = presentSums(facts, messagesIn('en', 'staff'));
    expect(parts).toEqual(
      expect.arrayContaining([
        { label: 'Subtotal', amount: '€100.00' },
        { label: 'Discounts', amount: '-€10.00' },
        { label: 'Tip', amount: '€5.00' },
        { label: 'Taxes (included)', amount: '€14.37' },
      ]),
    );
    expect(totals).toEqual(
      expect.arrayContaining([
        { label: 'Paid', amount: '€99.90' },
        { label: 'Refunded', amount: '-€20.00' },
      ]),
    );
    expect(totals.map(({ label }) => label)).not.toContain('Outstanding');
  });

  it.each([
    [-2, 5_000, 2_270, '-€0.02', '€27.30'],
    [3, 2_735, 0, '€0.03', '€27.35'],
  ])(
    'case 70: count of cash what was kept, with rounding of %i cents as a line of its own',
    (rounding, handedOver, change, rounded, kept) => {
      const of = (minor: number) => ({ presentment: eur(minor), shop: eur(minor) });
      const cash = transaction({ isManual: true, gateway: 'cash', amount: of(handedOver) });
      const back = transaction({ kind: 'CHANGE', parentId: cash.id, amount: of(change) });
      const facts = order({
        total: of(2_732),
        cashRounding: eur(rounding),
        transactions: change > 0 ? [cash, back] : [cash],
      });
      expect(presentSums(facts, messagesIn('en', 'staff')).totals.slice(1)).toEqual([
        { label: 'Cash rounding', amount: rounded },
        { label: 'Paid', amount: kept },
      ]);
    },
  );

  it('tell what is still to be paid from what the shop owes', () => {
    const labelled = (minor: number) =>
      presentSums(order({ outstanding: eur(minor) }), messagesIn('en', 'staff')).totals.at(-1);
    expect(labelled(700)).toEqual({ label: 'Outstanding', amount: '€7.00' });
    expect(labelled(-700)).toEqual({ label: 'Owed to the customer', amount: '€7.00' });
  });
});
