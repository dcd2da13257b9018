import { describe, expect, it } from 'vitest';

import type {
  DutyId,
  InventoryItemId,
  LineItemId,
  LocationId,
  OrderId,
  TransactionId,
} from '../../../domain/ids.ts';
import { type Money, money } from '../../../domain/money.ts';
import type { PlannedLine } from '../../../domain/refund/plan/refund-plan.ts';
import { refundPlan } from '../../../../tests/support/facts/cancellation-plan.ts';
import { goodsInput, moneyInput } from './refund-input.ts';

const ORDER = 'gid://shopify/Order/1' as OrderId;
const LINE = 'gid://shopify/LineItem/1' as LineItemId;
const HERE = 'gid://shopify/Location/1' as LocationId;
const THERE = 'gid://shopify/Location/2' as LocationId;
const yen = (minor: number): Money => money(minor, 'JPY');
const dinar = (minor: number): Money => money(minor, 'KWD');

function line(changes: Partial<PlannedLine> = {}): PlannedLine {
  return {
    lineItemId: LINE,
    title: 'Enamel kettle',
    quantity: 3,
    remaining: 1,
    gross: yen(300),
    discount: yen(0),
    goods: yen(300),
    tax: yen(0),
    duties: [],
    inventoryItemId: 'gid://shopify/InventoryItem/1' as InventoryItemId,
    restock: [{ locationId: HERE, quantity: 3, backOnSale: true }],
    ...changes,
  };
}

describe('the money of a refund', () => {
  const share = (amount: Money) => ({
    parentId: 'gid://shopify/OrderTransaction/1' as TransactionId,
    gateway: 'shopify_payments',
    gatewayName: 'Visa',
    isManual: false,
    amount,
  });

  it('names each payment with its share, in the decimals of the currency', () => {
    for (const [amount, text] of [
      [yen(1_500), '1500'],
      [dinar(1_250), '1.250'],
    ] as const) {
      const none = money(0, amount.currencyCode);
      const wanted = { method: 'original', amount, bonus: none, shares: [share(amount)] } as const;
      expect(moneyInput(ORDER, wanted)).toEqual({
        currency: amount.currencyCode,
        transactions: [
          {
            orderId: ORDER,
            parentId: 'gid://shopify/OrderTransaction/1',
            kind: 'REFUND',
            gateway: 'shopify_payments',
            amount: text,
          },
        ],
        refundMethods: [],
      });
    }
  });

  it('gives store credit once, and nothing to the payments', () => {
    expect(
      moneyInput(ORDER, {
        method: 'store_credit',
        amount: yen(1_000),
        shares: [share(yen(1_000))],
      }),
    ).toEqual({
      currency: 'JPY',
      transactions: [],
      refundMethods: [{ storeCreditRefund: { amount: { amount: '1000', currencyCode: 'JPY' } } }],
    });
  });

  it('asks for no store credit of nothing', () => {
    const nothing = { method: 'store_credit', amount: yen(0), shares: [] } as const;
    expect(moneyInput(ORDER, nothing).refundMethods).toEqual([]);
  });
});

describe('what leaves with a refund', () => {
  it('is taken at the location of each share, whatever then happens to it', () => {
    const plan = refundPlan(yen(300), {
      lines: [
        line({
          restock: [
            { locationId: HERE, quantity: 1, backOnSale: true },
            { locationId: THERE, quantity: 1, backOnSale: false },
            { locationId: null, quantity: 1, backOnSale: true },
          ],
        }),
      ],
    });
    expect(goodsInput(plan).refundLineItems).toEqual([
      { lineItemId: LINE, quantity: 1, restockType: 'CANCEL', locationId: HERE },
      { lineItemId: LINE, quantity: 1, restockType: 'CANCEL', locationId: THERE },
      { lineItemId: LINE, quantity: 1, restockType: 'CANCEL' },
    ]);
  });

  it('takes shipping and duties along only as far as the plan has any', () => {
    const none = { amount: yen(0), tax: yen(0) };
    expect(goodsInput(refundPlan(yen(300), { shipping: none }))).not.toHaveProperty('shipping');
    const id = 'gid://shopify/Duty/1' as DutyId;
    const plan = refundPlan(yen(300), {
      shipping: { amount: yen(50), tax: yen(5) },
      lines: [line({ duties: [{ id, amount: yen(10), tax: yen(0) }] })],
    });
    expect(goodsInput(plan)).toMatchObject({
      shipping: { amount: '50' },
      refundDuties: [{ dutyId: id, refundType: 'PROPORTIONAL' }],
    });
  });

  it('says that another amount than the goods’ worth is meant, and only then', () => {
    const plan = refundPlan(yen(300));
    expect(goodsInput(plan)).not.toHaveProperty('discrepancyReason');
    expect(goodsInput({ ...plan, fee: yen(20), amount: yen(280) }).discrepancyReason).toBe('OTHER');
    expect(goodsInput({ ...plan, worth: yen(340), tip: yen(40) })).not.toHaveProperty(
      'discrepancyReason',
    );
  });
});
