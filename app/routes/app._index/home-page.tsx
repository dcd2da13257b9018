import {
  Banner,
  BlockStack,
  Button,
  Card,
  InlineGrid,
  InlineStack,
  Link,
  Text,
} from '@shopify/polaris';

import { useMessages } from '../../components/messages/messages.tsx';
import { CopyingBanner } from '../../components/list/copying-banner.tsx';
import { NothingYet } from '../../components/list/nothing-yet.tsx';
import { LIST_PAUSE_MS, useFreshList } from '../../components/list/use-fresh-list.ts';
import { TitledPage } from '../../components/frame/titled-page.tsx';
import type { HomeView } from '../../contract/list/cancellation-list-view.ts';
import { CancellationList } from './cancellation-list.tsx';
import { FiguresCard } from './figures-card.tsx';
import { SetupGuide } from './setup-guide.tsx';

/** What needs somebody first, then what runs by itself. */
export function HomePage(home: HomeView) {
  const { t, rich } = useMessages();
  useFreshList(LIST_PAUSE_MS);
  const { requestsWaiting, needAttention, moneyOnItsWay, latest, counts } = home;
  const listedAbove = new Set(
    [...needAttention, ...requestsWaiting, ...moneyOnItsWay].map(({ id }) => id),
  );
  const others = latest.filter(({ id }) => !listedAbove.has(id));
  return (
    <TitledPage title="Unorder">
      <BlockStack gap="400">
        {home.copying && <CopyingBanner />}
        {!home.copying && !home.policyEnabled && (
          <Banner tone="info" title={t('home.off.title')}>
            {rich('home.off.text', {
              link: <Link url="/app/policy">{t('home.off.link')}</Link>,
            })}
          </Banner>
        )}
        {home.setup && <SetupGuide setup={home.setup} />}
        <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
          <Count
            label={t('home.count.requestsWaiting')}
            count={counts.requestsWaiting}
            {...(requestsWaiting.length > 0 && { url: '/app/requests' })}
          />
          <Count
            label={t('home.count.needAttention')}
            count={counts.needAttention}
            {...(needAttention.length > 0 && { url: '/app/requests' })}
          />
          <Count label={t('home.count.refundsInProgress')} count={counts.moneyOnItsWay} />
        </InlineGrid>
        {needAttention.length > 0 && (
          <CancellationList title={t('home.needAttention')} rows={needAttention} />
        )}
        {requestsWaiting.length > 0 && (
          <CancellationList title={t('home.requestsWaiting')} rows={requestsWaiting} />
        )}
        {moneyOnItsWay.length > 0 && (
          <CancellationList title={t('home.refundsInProgress')} rows={moneyOnItsWay} />
        )}
        {latest.length > 0 && <FiguresCard figures={home.figures} />}
        {others.length > 0 && <CancellationList title={t('home.latest')} rows={others} />}
        {latest.length === 0 && (
          <NothingYet
            title={t('home.none.title')}
            explanation={t('home.none.text')}
            actions={[
              { label: t('home.none.find'), url: '/app/orders' },
              { label: t('home.none.policy'), url: '/app/policy' },
            ]}
          />
        )}
      </BlockStack>
    </TitledPage>
  );
}

interface CountProps {
  readonly label: string;
  readonly count: string;
  /** Where they are answered; none for what runs by itself, and where there are none. */
  readonly url?: string;
}

function Count({ label, count, url }: CountProps) {
  const { t } = useMessages();
  return (
    <Card>
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <BlockStack gap="100">
          <Text as="h2" variant="headingSm" tone="subdued">
            {label}
          </Text>
          <Text as="p" variant="headingXl" numeric>
            {count}
          </Text>
        </BlockStack>
        {url && (
          <Button url={url} accessibilityLabel={t('home.count.openLabel', { list: label })}>
            {t('home.count.open')}{' '}
          </Button>
        )}
      </InlineStack>
    </Card>
  );
}
