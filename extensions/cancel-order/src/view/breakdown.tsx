import type { ShopperQuote } from '../../../../app/contract/shopper/shopper-view.ts';
import type { Quoting } from '../asking/use-quote.ts';
import type { Translate, Words } from '../words.ts';
import { AmountRow } from './amount-row.tsx';
import { ErrorBanner } from './error-banner.tsx';
import { WhatComesBack } from './what-comes-back.tsx';

interface BreakdownProps {
  readonly quoting: Quoting;
  readonly words: Words;
  readonly onAskAgain: () => void;
}

/** What the present choice would bring, to the cent, or why that is not known. */
export function Breakdown({ quoting, words, onAskAgain }: BreakdownProps) {
  const t = words.translate;
  return (
    <s-stack gap="small-200">
      <s-heading>{t('comesBack.heading')}</s-heading>
      <s-stack gap="small-200" accessibilityRole="status">
        <Outcome quoting={quoting} t={t} onAskAgain={onAskAgain} />
      </s-stack>
    </s-stack>
  );
}

interface OutcomeProps {
  readonly quoting: Quoting;
  readonly t: Translate;
  readonly onAskAgain: () => void;
}

function Outcome({ quoting, t, onAskAgain }: OutcomeProps) {
  switch (quoting.kind) {
    case 'nothing_chosen':
      return <s-text color="subdued">{t('comesBack.choose')}</s-text>;
    case 'waiting':
      return <s-spinner accessibilityLabel={t('comesBack.working')} />;
    case 'view':
      return <Quote quote={quoting.view} t={t} />;
    case 'refused':
    case 'signed_out':
      return <ErrorBanner error={quoting} t={t} />;
    case 'unreachable':
      return (
        <>
          <ErrorBanner error={{ ...quoting, during: 'reading' }} t={t} />
          <s-button onClick={onAskAgain}>{t('error.tryAgain')}</s-button>
        </>
      );
  }
}

function Quote({ quote, t }: { quote: ShopperQuote; t: Translate }) {
  const { breakdown, total, refunds } = quote;
  return (
    <>
      {breakdown.length > 1 && (
        <s-stack gap="small-300">
          {breakdown.map((row, index) => (
            <AmountRow key={index} text={kindText(row, t)} amount={row.amount} />
          ))}
          <s-divider />
          <AmountRow text={t('comesBack.total')} amount={total} strong />
        </s-stack>
      )}
      <WhatComesBack money={quote} withTotal={breakdown.length <= 1} t={t} />
      {refunds.length > 0 && (
        <s-text color="subdued" type="small">
          {t('comesBack.when')}
        </s-text>
      )}
    </>
  );
}

function kindText({ kind, detail }: ShopperQuote['breakdown'][number], t: Translate): string {
  return kind === 'lost_deal' && detail !== null
    ? t('breakdown.lost_discount', { title: detail })
    : t(`breakdown.${kind}`);
}
