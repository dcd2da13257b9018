import type { ComesBack } from '../../../../app/presentation/shopper-view.ts';
import type { Translate } from '../words.ts';

/** Every payment and what happens to it: refunded, handed back by the shop, or released. */
export function WhatComesBack({ comesBack, t }: { comesBack: ComesBack; t: Translate }) {
  const { refunds, byHand, released, asStoreCredit, total } = comesBack;
  const paidBack = asStoreCredit
    ? [{ text: t('comesBack.storeCredit'), amount: total }]
    : [
        ...refunds.map(({ method, amount }) => ({
          text: t('comesBack.refund', { method }),
          amount,
        })),
        ...byHand.map(({ method, amount }) => ({
          text: t('comesBack.byHand', { method }),
          amount,
        })),
      ];
  if (paidBack.length === 0 && released.length === 0) {
    return <s-paragraph>{t('comesBack.nothing')}</s-paragraph>;
  }
  return (
    <s-stack gap="small-300">
      {paidBack.map((row, index) => (
        <Row key={index} {...row} />
      ))}
      {paidBack.length > 1 && <s-divider />}
      {paidBack.length > 1 && <Row text={t('comesBack.total')} amount={total} strong />}
      {released.map(({ method, amount }, index) => (
        <Row key={index} text={t('comesBack.released', { method })} amount={amount} />
      ))}
      {refunds.length > 0 && !asStoreCredit && (
        <s-text color="subdued" type="small">
          {t('comesBack.when')}
        </s-text>
      )}
    </s-stack>
  );
}

function Row({ text, amount, strong = false }: { text: string; amount: string; strong?: boolean }) {
  const type = strong ? 'strong' : 'generic';
  return (
    <s-grid gridTemplateColumns="1fr auto" gap="base" alignItems="start">
      <s-text type={type}>{text}</s-text>
      <s-text type={type}>{amount}</s-text>
    </s-grid>
  );
}
