import { Button, BlockStack } from '@shopify/polaris';
import { useId, useState } from 'react';

import { ScrollableTable } from '../list/scrollable-table.tsx';
import { useMessages } from '../messages/messages.tsx';
import type { FiguresView } from '../../contract/list/figures-view.ts';
import styles from './charts.module.css';

const HEIGHT = 120;
const BAR = 10;
const GAP = 4;

/**
 * How many cancellations were asked for on each day, and how many orders were cancelled: a picture for eyes, and the
 * same as a table for everybody who asks for it.
 */
export function DayBars({ figures: { bars } }: { readonly figures: Pick<FiguresView, 'bars'> }) {
  const { t } = useMessages();
  const [isTable, setTable] = useState(false);
  const id = useId();
  const most = Math.max(1, ...bars.map(({ opened, cancelled }) => Math.max(opened, cancelled)));
  const height = (count: number) => (count === 0 ? 0 : Math.max(2, (HEIGHT * count) / most));
  return (
    <BlockStack gap="200">
      {isTable ? (
        <ScrollableTable
          columnContentTypes={['text', 'numeric', 'numeric']}
          headings={[t('figures.day'), t('figures.requests'), t('figures.cancelled')]}
          rows={bars.map(({ label, opened, cancelled }) => [label, opened, cancelled])}
        />
      ) : (
        <figure className={styles['figure']}>
          <svg
            role="img"
            aria-labelledby={id}
            className={styles['bars']}
            viewBox={`0 0 ${bars.length * (BAR + GAP)} ${HEIGHT}`}
            preserveAspectRatio="none"
          >
            <title id={id}>{t('figures.chart')}</title>
            {bars.map(({ label, opened, cancelled }, index) => (
              <g key={index}>
                <title>{t('figures.bar', { day: label, opened, cancelled })}</title>
                <rect
                  className={styles['opened']}
                  x={index * (BAR + GAP)}
                  y={HEIGHT - height(opened)}
                  width={BAR}
                  height={height(opened)}
                />
                <rect
                  className={styles['cancelled']}
                  x={index * (BAR + GAP) + BAR / 4}
                  y={HEIGHT - height(cancelled)}
                  width={BAR / 2}
                  height={height(cancelled)}
                />
              </g>
            ))}
          </svg>
          <figcaption className={styles['caption']}>
            <span>{bars[0]?.label}</span>
            <span>
              <i className={styles['openedMark']} /> {t('figures.requests')}{' '}
              <i className={styles['cancelledMark']} /> {t('figures.cancelled')}
            </span>
            <span>{bars.at(-1)?.label}</span>
          </figcaption>
        </figure>
      )}
      <div>
        <Button variant="plain" onClick={() => setTable(!isTable)}>
          {t(isTable ? 'figures.asChart' : 'figures.asTable')}
        </Button>
      </div>
    </BlockStack>
  );
}
