import { BlockStack, Card, InlineGrid, Text } from '@shopify/polaris';

import { DateTime } from '../../../components/words/date-time.tsx';
import type { PolicySimulationView } from '../../../contract/policy/policy-view.ts';
import styles from './simulation-result.module.css';

/** What the draft would have done: how many, how, why not, and how that differs from the policy in force. */
export function SimulationResult({ result }: { readonly result: PolicySimulationView }) {
  const { allowed, orders, fees, reasons, since, isShortened, unreadable } = result;
  return (
    <Card>
      <BlockStack gap="500">
        <BlockStack gap="100">
          <Text as="p" variant="headingLg">
            {`Would have allowed ${counted(allowed)} of ${counted(orders)}`}
          </Text>
          <Text as="p" tone="subdued">
            {`${counted(result.atOnce)} instant, ${counted(result.byRequest)} by request. ${differenceWords(result)}`}
          </Text>
          {fees.length > 0 && <Text as="p" tone="subdued">{`Fees kept: ${fees.join(', ')}.`}</Text>}
        </BlockStack>
        <InlineGrid columns={{ xs: 1, sm: 3 }} gap="300">
          <Figure label="Instant" value={result.atOnce} of={orders} />
          <Figure label="By request" value={result.byRequest} of={orders} />
          <Figure label="Not possible" value={orders - allowed} of={orders} />
        </InlineGrid>
        {reasons.length > 0 && (
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">
              Why not
            </Text>
            <ul className={styles['bars']}>
              {reasons.map(({ reason, count }) => (
                <li key={reason}>
                  <span>{reason}</span>
                  <span className={styles['count']}>{counted(count)}</span>
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
          Orders since <DateTime at={since} />
          {isShortened && ', as far back as Unorder may read them'}. Assumed: every customer asked
          once, for the whole order, before fulfillment started, and had not reached the limit.
          {unreadable > 0 &&
            ` ${counted(unreadable)} more could not be read from Shopify and ${unreadable === 1 ? 'is' : 'are'} not included.`}
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
  return (
    <div className={styles['figure']}>
      <Text as="span" tone="subdued">
        {label}
      </Text>
      <Text as="span" variant="headingMd" numeric>
        {counted(value)}
      </Text>
      <Text as="span" variant="bodySm" tone="subdued">
        {`${Math.round((100 * value) / of)} %`}
      </Text>
    </div>
  );
}

function differenceWords({ allowedNow, newlyAllowed, newlyRefused }: PolicySimulationView): string {
  const now = `The policy in force allows ${counted(allowedNow)}`;
  if (newlyAllowed === 0 && newlyRefused === 0) return `${now}: the same ones.`;
  const parts = [
    ...(newlyAllowed > 0 ? [`${counted(newlyAllowed)} more`] : []),
    ...(newlyRefused > 0 ? [`${counted(newlyRefused)} no longer`] : []),
  ];
  return `${now}; with the draft ${parts.join(' and ')}.`;
}

const counted = (count: number): string => count.toLocaleString('en');
