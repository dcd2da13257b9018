import type { ShopperMoney } from '../../../../app/contract/shopper/shopper-view.ts';
import type { Translate } from '../words.ts';
import { AmountRow } from './amount-row.tsx';

interface WhatComesBackProps {
  readonly money: ShopperMoney;
  /** Whether the sum of several payments is to stand below them. */
  readonly withTotal: boolean;
  readonly t: Translate;
}

/**
 * Every payment and what happens to it: refunded, handed back by the shop, or released. What was only
 * reserved is never called a refund.
 */
export function WhatComesBack({ money, withTotal, t }: WhatComesBackProps) {
  const { released, pending, total } = money;
  const paidBack = paymentsIn(money, t);
  if (paidBack.length === 0 && released.length === 0 && pending === null) {
    return <s-paragraph>{t('comesBack.nothing')}</s-paragraph>;
  }
  return (
    <s-stack gap="small-300">
      {paidBack.map((row, index) => (
        <AmountRow key={index} {...row} />
      ))}
      {withTotal && paidBack.length > 1 && <s-divider />}
      {withTotal && paidBack.length > 1 && (
        <AmountRow text={t('comesBack.total')} amount={total} strong />
      )}
      {released.map(({ method, amount }, index) => (
        <AmountRow key={index} text={t('comesBack.released', { method })} amount={amount} />
      ))}
      {pending !== null && <s-paragraph>{t('comesBack.pending', { amount: pending })}</s-paragraph>}
    </s-stack>
  );
}

function paymentsIn({ refunds, storeCredit, byHand }: ShopperMoney, t: Translate) {
  return [
    ...refunds.map(({ method, amount }) => ({ text: t('comesBack.refund', { method }), amount })),
    ...(storeCredit === null ? [] : [{ text: t('comesBack.storeCredit'), amount: storeCredit }]),
    ...byHand.map(({ method, amount }) => ({ text: t('comesBack.byHand', { method }), amount })),
  ];
}
