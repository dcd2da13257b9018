import { BlockStack, Card, InlineGrid, Text } from '@shopify/polaris';

import { useMessages } from '../../../components/messages/messages.tsx';
import type { Messages } from '../../../messages/message-types.ts';
import { listed } from '../../../presentation/text/listed.ts';
import { percentText } from '../../../presentation/text/percent.ts';
import { DateTime } from '../../../components/words/date-time.tsx';
import type { PolicySimulationView } from '../../../contract/policy/policy-view.ts';
import styles from './simulation-result.module.css';

/** What the draft would have done: how many, how, why not, and how that differs from the policy in force. */
export function SimulationResult({ result }: { readonly result: PolicySimulationView }) {
  const messages = useMessages();
  const { t, rich, locale } = messages;
  const { allowed, orders, fees, reasons, since, isShortened, unreadable } = result;
  return (
    <Card>
      <BlockStack gap="500">
        <BlockStack gap="100">
          <Text as="p" variant="headingLg">
            {t('simulation.allowed', { allowed, orders })}
          </Text>
          <Text as="p" tone="subdued">
            {[
              t('simulation.kinds', { instant: result.atOnce, byRequest: result.byRequest }),
              differenceWords(result, messages),
            ].join(' ')}
          </Text>
          {fees.length > 0 && (
            <Text as="p" tone="subdued">
              {t('simulation.fees', { fees: listed(fees, locale) })}
            </Text>
          )}
        </BlockStack>
        <InlineGrid columns={{ xs: 1, sm: 3 }} gap="300">
          <Figure label={t('simulation.instant')} value={result.atOnce} of={orders} />
          <Figure label={t('simulation.byRequest')} value={result.byRequest} of={orders} />
          <Figure label={t('simulation.notPossible')} value={orders - allowed} of={orders} />
        </InlineGrid>
        {reasons.length > 0 && (
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">
              {t('simulation.whyNot')}{' '}
            </Text>
            <ul className={styles['bars']}>
              {reasons.map(({ reason, count }) => (
                <li key={reason}>
                  <span>{reason}</span>
                  <span className={styles['count']}>{count.toLocaleString(locale)}</span>
                  <span
                    className={styles['bar']}
                    style={{ inlineSize: `${(100 * count) / orders}%` }}
                    aria-hidden
                  />
                </li>
              ))}
            </ul>
          </BlockStack>
        )}
        <Text as="p" variant="bodySm" tone="subdued">
          {rich(isShortened ? 'simulation.sinceShortened' : 'simulation.since', {
            date: <DateTime at={since} />,
          })}{' '}
          {t('simulation.assumed')}
          {unreadable > 0 && <> {t('simulation.unreadable', { count: unreadable })}</>}
        </Text>
      </BlockStack>
    </Card>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: number;
  readonly of: number;
}

function Figure({ label, value, of }: FigureProps) {
  const { locale } = useMessages();
  return (
    <div className={styles['figure']}>
      <Text as="span" tone="subdued">
        {label}
      </Text>
      <Text as="span" variant="headingMd" numeric>
        {value.toLocaleString(locale)}
      </Text>
      <Text as="span" variant="bodySm" tone="subdued">
        {percentText(Math.round((100 * value) / of), locale)}
      </Text>
    </div>
  );
}

function differenceWords(
  { allowedNow: now, newlyAllowed: more, newlyRefused: fewer }: PolicySimulationView,
  { t }: Messages<'staff'>,
): string {
  if (more > 0 && fewer > 0) return t('simulation.moreAndFewer', { now, more, fewer });
  if (more > 0) return t('simulation.more', { now, more });
  return fewer > 0 ? t('simulation.fewer', { now, fewer }) : t('simulation.same', { now });
}
