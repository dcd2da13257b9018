import { useSearchParams } from '@remix-run/react';
import {
  BlockStack,
  Button,
  ButtonGroup,
  Card,
  InlineGrid,
  InlineStack,
  Link,
  Text,
} from '@shopify/polaris';
import { useState } from 'react';

import { DayRangeFields } from '../../components/form/day-range-fields.tsx';
import { DayBars } from '../../components/charts/day-bars.tsx';
import { ShareBars } from '../../components/charts/share-bars.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import type { FiguresView, TileView } from '../../contract/list/figures-view.ts';
import { RANGES } from '../../presentation/history/present-figures.ts';
import { MoneyTable } from './money-table.tsx';

/** What the shop's cancellations came to in a time that is chosen; each figure leads to its list. */
export function FiguresCard({ figures }: { readonly figures: FiguresView }) {
  const { t } = useMessages();
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="400">
          <InlineStack align="space-between" blockAlign="center" gap="300">
            <Text as="h2" variant="headingMd">
              {t('figures.title')}
            </Text>
            <Range figures={figures} />
          </InlineStack>
          <InlineGrid columns={{ xs: 2, md: 3, lg: 6 }} gap="400">
            {figures.tiles.map((tile) => (
              <Tile key={tile.label} tile={tile} />
            ))}
          </InlineGrid>
          {figures.isEmpty ? (
            <Text as="p" tone="subdued">
              {t('figures.empty')}
            </Text>
          ) : (
            <DayBars figures={figures} />
          )}
          <Text as="p" variant="bodySm" tone="subdued">
            {t('figures.zone', { zone: figures.timeZone })}
          </Text>
        </BlockStack>
      </Card>
      {figures.money.length > 0 && <MoneyTable money={figures.money} />}
      {!figures.isEmpty && (
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
          <ShareBars title={t('figures.reasons')} shares={figures.reasons} />
          <ShareBars title={t('figures.who')} shares={figures.who} />
        </InlineGrid>
      )}
    </BlockStack>
  );
}

function Tile({ tile }: { readonly tile: TileView }) {
  const { t } = useMessages();
  return (
    <BlockStack gap="050">
      <Text as="h3" variant="bodySm" tone="subdued">
        {tile.label}
      </Text>
      <Text as="p" variant="headingLg" numeric>
        {tile.url === null ? (
          tile.value
        ) : (
          <Link
            url={tile.url}
            monochrome
            removeUnderline
            accessibilityLabel={t('figures.open', { figure: tile.label, value: tile.value })}
          >
            {tile.value}
          </Link>
        )}
      </Text>
      {tile.help !== null && (
        <Text as="p" variant="bodyXs" tone="subdued">
          {tile.help}
        </Text>
      )}
    </BlockStack>
  );
}

/** Which days: a number of them up to today, or one's own. */
function Range({ figures }: { readonly figures: FiguresView }) {
  const { t } = useMessages();
  const [, setParams] = useSearchParams();
  const [isOwn, setOwn] = useState(figures.days === null);
  const [from, setFrom] = useState(figures.from);
  const [to, setTo] = useState(figures.to);
  const show = (newFrom: string, newTo: string) => {
    setFrom(newFrom);
    setTo(newTo);
    if (newFrom !== '' && newTo !== '' && newFrom <= newTo) {
      setParams({ from: newFrom, to: newTo }, { preventScrollReset: true });
    }
  };
  return (
    <InlineStack gap="200" blockAlign="end">
      {isOwn && (
        <InlineStack gap="200">
          <DayRangeFields from={from} to={to} onChange={show} />
        </InlineStack>
      )}
      <ButtonGroup variant="segmented">
        {RANGES.map((days) => (
          <Button
            key={days}
            pressed={!isOwn && figures.days === days}
            onClick={() => {
              setOwn(false);
              setParams({ days: String(days) }, { preventScrollReset: true });
            }}
          >
            {t('figures.days', { count: days })}
          </Button>
        ))}
        <Button pressed={isOwn} onClick={() => setOwn(true)}>
          {t('figures.own')}
        </Button>
      </ButtonGroup>
    </InlineStack>
  );
}
