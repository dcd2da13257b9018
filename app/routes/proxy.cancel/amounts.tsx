import type { ShopperMoney, ShopperQuote } from '../../contract/shopper/shopper-view.ts';
import type { Translate } from '../../messages/message-types.ts';
import { breakdownText } from '../../presentation/shopper/window-words.ts';

interface Row {
  readonly text: string;
  readonly amount: string;
}

/** What one choice brings, line by line, and where the money goes. */
export function Breakdown({
  quote,
  t,
}: {
  readonly quote: ShopperQuote;
  readonly t: Translate<'shopper'>;
}) {
  const { breakdown, total, refunds } = quote;
  const isReckoned = breakdown.length > 1;
  return (
    <>
      {isReckoned && (
        <Rows
          rows={breakdown.map((row) => ({ text: breakdownText(row, t), amount: row.amount }))}
          total={{ text: t('comesBack.total'), amount: total }}
        />
      )}
      <WhereMoneyGoes money={quote} withTotal={!isReckoned} t={t} />
      {refunds.length > 0 && <p className="unorder-quiet">{t('comesBack.when')}</p>}
    </>
  );
}

/**
 * Every payment and what happens to it: refunded, handed back by the shop, or released. What was only
 * reserved is never called a refund.
 */
export function WhereMoneyGoes({
  money,
  withTotal,
  t,
}: {
  readonly money: ShopperMoney;
  readonly withTotal: boolean;
  readonly t: Translate<'shopper'>;
}) {
  const { refunds, storeCredit, byHand, released, pending, total } = money;
  const paidBack = [
    ...refunds.map(({ method, amount }) => ({ text: t('comesBack.refund', { method }), amount })),
    ...(storeCredit === null ? [] : [{ text: t('comesBack.storeCredit'), amount: storeCredit }]),
    ...byHand.map(({ method, amount }) => ({ text: t('comesBack.byHand', { method }), amount })),
  ];
  const isNothing = paidBack.length === 0 && released.length === 0 && pending === null;
  return (
    <>
      {isNothing && <p>{t('comesBack.nothing')}</p>}
      <Rows
        rows={paidBack}
        total={
          withTotal && paidBack.length > 1 ? { text: t('comesBack.total'), amount: total } : null
        }
      />
      <Rows
        rows={released.map(({ method, amount }) => ({
          text: t('comesBack.released', { method }),
          amount,
        }))}
        total={null}
      />
      {pending !== null && <p>{t('comesBack.pending', { amount: pending })}</p>}
    </>
  );
}

function Rows({ rows, total }: { readonly rows: readonly Row[]; readonly total: Row | null }) {
  if (rows.length === 0) return null;
  return (
    <dl className="unorder-sum">
      {rows.map(({ text, amount }, index) => (
        <div key={index}>
          <dt>{text}</dt>
          <dd>{amount}</dd>
        </div>
      ))}
      {total && (
        <div className="unorder-total">
          <dt>{total.text}</dt>
          <dd>{total.amount}</dd>
        </div>
      )}
    </dl>
  );
}
