import { BlockStack, Box, Spinner, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

import { useMessages } from '../messages/messages.tsx';
import type { StaffQuote } from '../../contract/staff/staff-view.ts';
import styles from './quote-summary.module.css';

interface Props {
  readonly quote: StaffQuote;
  /** What the payment provider keeps in any case; null when it is not known. */
  readonly providerFee: string | null;
  /** A newer one is on its way. */
  readonly isOld: boolean;
}

/** What comes back and how: the breakdown, each payment, what is only let go, and what happens to the goods. */
export function QuoteSummary({ quote, providerFee, isOld }: Props) {
  const { t } = useMessages();
  return (
    <Box background="bg-surface-secondary" borderRadius="200" padding="400">
      <div role="status" aria-busy={isOld}>
        <BlockStack gap="300">
          <Breakdown quote={quote} isOld={isOld} />
          {quote.pending && <Text as="p">{t('quote.pending', { amount: quote.pending })}</Text>}
          <Goods lines={quote.lines} />
          {quote.withoutWayBack.map((text) => (
            <Text key={text} as="p" tone="critical">
              {text}
            </Text>
          ))}
          {providerFee && (
            <Text as="p" variant="bodySm" tone="subdued">
              {t('quote.providerFee', { fee: providerFee })}
            </Text>
          )}
        </BlockStack>
      </div>
    </Box>
  );
}

function Breakdown({ quote, isOld }: Pick<Props, 'quote' | 'isOld'>) {
  const { t } = useMessages();
  const { breakdown, refunds, releases, storeCredit } = quote;
  return (
    <dl className={styles['rows']}>
      {breakdown.map((row) => (
        <Row key={row.label} {...row} />
      ))}
      <Row
        className={breakdown.length > 0 ? styles['sum'] : undefined}
        label={t('quote.total')}
        amount={
          isOld ? (
            <Spinner size="small" accessibilityLabel={t('quote.calculating')} />
          ) : (
            quote.amount
          )
        }
        beside={
          quote.amountInShopCurrency &&
          t('quote.inShopCurrency', { amount: quote.amountInShopCurrency })
        }
        isSum
      />
      {refunds.map(({ method, amount, isManual }, index) => (
        <Row
          key={`refund ${index}`}
          className={styles['part']}
          label={t(isManual ? 'quote.manual' : 'quote.to', { method })}
          amount={amount}
        />
      ))}
      {storeCredit && (
        <Row className={styles['part']} label={t('quote.storeCredit')} amount={storeCredit} />
      )}
      {releases.map(({ method, amount }, index) => (
        <Row key={`release ${index}`} label={t('quote.voided', { method })} amount={amount} />
      ))}
    </dl>
  );
}

interface RowProps {
  readonly label: string;
  readonly amount: ReactNode;
  readonly beside?: string | null;
  readonly isSum?: boolean;
  readonly className?: string | undefined;
}

function Row({ label, amount, beside = null, isSum = false, className }: RowProps) {
  const weight = isSum ? 'semibold' : 'regular';
  return (
    <>
      <dt className={className}>
        <Text as="span" fontWeight={weight}>
          {label}
        </Text>
      </dt>
      <dd className={className}>
        <Text as="span" fontWeight={weight} numeric>
          {amount}
        </Text>
        {beside && (
          <Text as="p" variant="bodySm" tone="subdued" numeric>
            {beside}
          </Text>
        )}
      </dd>
    </>
  );
}

function Goods({ lines }: Pick<StaffQuote, 'lines'>) {
  const { t } = useMessages();
  const leaving = lines.filter((line) => line.quantity > 0);
  if (leaving.length === 0) return null;
  return (
    <BlockStack gap="050">
      {leaving.map(({ title, quantity, restock }, index) => (
        <Text as="p" key={index} variant="bodySm" tone="subdued" breakWord>
          {t('cancellation.facts.line', { quantity, title, restock })}
        </Text>
      ))}
    </BlockStack>
  );
}
