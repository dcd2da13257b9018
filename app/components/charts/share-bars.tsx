import { InlineStack, Link, Text } from '@shopify/polaris';

import { TitledCard } from '../frame/titled-card.tsx';
import type { ShareView } from '../../contract/list/figures-view.ts';
import styles from './charts.module.css';

interface Props {
  readonly title: string;
  readonly shares: readonly ShareView[];
}

/** Parts of all, each with its number beside its bar: read as a list by whoever does not see it. */
export function ShareBars({ title, shares }: Props) {
  return (
    <TitledCard title={title}>
      <ul className={styles['shares']}>
        {shares.map(({ label, count, share, percent, url }) => (
          <li key={url}>
            <InlineStack align="space-between" gap="200" wrap={false}>
              <Link url={url}>{label}</Link>
              <Text as="span" numeric>
                {count} · {share}
              </Text>
            </InlineStack>
            <div className={styles['track']} aria-hidden>
              <div className={styles['fill']} style={{ inlineSize: `${percent}%` }} />
            </div>
          </li>
        ))}
      </ul>
    </TitledCard>
  );
}
