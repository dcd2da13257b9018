import {
  Badge,
  BlockStack,
  Box,
  Divider,
  InlineStack,
  Link,
  Text,
  Thumbnail,
} from '@shopify/polaris';
import { ImageIcon } from '@shopify/polaris-icons';
import { Fragment } from 'react';

import { useMessages } from '../../components/messages/messages.tsx';
import type { StaffOrderView } from '../../contract/staff/staff-view.ts';
import { statusLabel } from '../../components/words/status-words.ts';
import { TitledCard } from '../../components/frame/titled-card.tsx';

type Order = StaffOrderView['order'];

export function LinesCard({ order }: { readonly order: Order }) {
  const { t } = useMessages();
  return (
    <TitledCard title={t('order.items')}>
      {order.lines.map((line, index) => (
        <InlineStack key={index} gap="300" wrap={false} blockAlign="center">
          <Thumbnail source={line.imageUrl ?? ImageIcon} alt="" size="small" />
          <Box width="100%" minWidth="0">
            <Text as="p" fontWeight="medium" breakWord>
              {line.title}
            </Text>
            {line.variantTitle && (
              <Text as="p" variant="bodySm" tone="subdued" breakWord>
                {line.variantTitle}
              </Text>
            )}
            {line.whereabouts && (
              <Text as="p" variant="bodySm" tone="subdued">
                {line.whereabouts}
              </Text>
            )}
          </Box>
          <Text as="span" tone="subdued">
            {t('order.quantity', { quantity: line.quantity })}
          </Text>
          <Box minWidth="80px">
            <Text as="p" alignment="end" numeric>
              {line.total}
            </Text>
          </Box>
        </InlineStack>
      ))}
      <Divider />
      <Sums rows={order.sums.parts} />
      <Divider />
      <Sums rows={order.sums.totals} isTotal />
      {order.totalInShopCurrency && (
        <Text as="p" alignment="end" variant="bodySm" tone="subdued" numeric>
          {t('order.totalInShopCurrency', { amount: order.totalInShopCurrency })}
        </Text>
      )}
    </TitledCard>
  );
}

interface SumsProps {
  readonly rows: Order['sums']['parts'];
  /** The first row is the sum of what stands above. */
  readonly isTotal?: boolean;
}

function Sums({ rows, isTotal = false }: SumsProps) {
  return (
    <BlockStack gap="100">
      {rows.map(({ label, amount }, index) => {
        const fontWeight = isTotal && index === 0 ? 'semibold' : 'regular';
        return (
          <InlineStack key={label} align="space-between" gap="200">
            <Text as="span" fontWeight={fontWeight}>
              {label}
            </Text>
            <Text as="span" fontWeight={fontWeight} numeric>
              {amount}
            </Text>
          </InlineStack>
        );
      })}
    </BlockStack>
  );
}

/** Whom the order is for; what the shop has not granted the app is said, not left out. */
export function CustomerCard({ contact, background }: Pick<Order, 'contact' | 'background'>) {
  const { t } = useMessages();
  const { name = null, email = null, phone = null, address = null } = contact ?? {};
  const isEmpty = [name, email, phone, address].every((part) => part === null);
  return (
    <TitledCard title={t('order.customer.title')}>
      {isEmpty && (
        <Text as="p" tone="subdued">
          {t('order.customer.hidden')}
        </Text>
      )}
      {(name !== null || email !== null || phone !== null) && (
        <BlockStack>
          {name !== null && (
            <Text as="p" fontWeight="medium" breakWord>
              {name}
            </Text>
          )}
          {email !== null && (
            <Link url={`mailto:${email}`} target="_blank">
              {email}
            </Link>
          )}
          {phone !== null && (
            <Link url={`tel:${phone}`} target="_blank">
              {phone}
            </Link>
          )}
        </BlockStack>
      )}
      {background?.ofCustomer && <OrdersOfCustomer {...background.ofCustomer} />}
      {address !== null && (
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">
            {t('order.customer.address')}{' '}
          </Text>
          <BlockStack>
            {address.map((line, index) => (
              <Text as="p" key={index} breakWord>
                {line}
              </Text>
            ))}
          </BlockStack>
        </BlockStack>
      )}
    </TitledCard>
  );
}

function OrdersOfCustomer({
  orders,
  cancelled,
  listUrl,
}: NonNullable<NonNullable<Order['background']>['ofCustomer']>) {
  return (
    <BlockStack>
      {listUrl === null ? <Text as="p">{orders}</Text> : <Link url={listUrl}>{orders}</Link>}
      {cancelled !== null && (
        <Text as="p" variant="bodySm" tone="subdued">
          {cancelled}
        </Text>
      )}
    </BlockStack>
  );
}

export function PaymentsCard({ payments }: Pick<Order, 'payments'>) {
  const { t } = useMessages();
  return (
    <TitledCard title={t('order.payments.title')}>
      {payments.length === 0 ? (
        <Text as="p" tone="subdued">
          {t('order.payments.none')}
        </Text>
      ) : (
        payments.map((payment, index) => (
          <Fragment key={index}>
            {index > 0 && <Divider />}
            <BlockStack gap="100">
              <InlineStack align="space-between" wrap={false} gap="200">
                <Text as="span" fontWeight="medium">
                  {payment.method}
                </Text>
                <Text as="span" numeric>
                  {payment.amount}
                </Text>
              </InlineStack>
              <Text as="p" variant="bodySm" tone="subdued">
                {payment.description}
              </Text>
              {payment.wayBack && (
                <Text as="p" variant="bodySm" tone="subdued">
                  {payment.wayBack}
                </Text>
              )}
            </BlockStack>
          </Fragment>
        ))
      )}
    </TitledCard>
  );
}

const ON_HOLD = 'ON_HOLD';

export function LocationsCard({ locations }: Pick<Order, 'locations'>) {
  const messages = useMessages();
  const { t } = messages;
  return (
    <TitledCard title={t('order.fulfillment.title')}>
      {locations.length === 0 ? (
        <Text as="p" tone="subdued">
          {t('order.fulfillment.none')}
        </Text>
      ) : (
        locations.map((location, index) => (
          <InlineStack key={index} align="space-between" blockAlign="center" gap="200">
            <BlockStack>
              <Text as="span" fontWeight="medium">
                {location.name}
              </Text>
              {!(location.onHold && location.status === ON_HOLD) && (
                <Text as="span" variant="bodySm" tone="subdued">
                  {statusLabel('orderStatus.location', location.status, messages)}
                </Text>
              )}
              {location.holds.map((hold) => (
                <Text as="span" key={hold} variant="bodySm" tone="subdued" breakWord>
                  {hold}
                </Text>
              ))}
            </BlockStack>
            {location.onHold && <Badge tone="warning">{t('orderStatus.location.ON_HOLD')}</Badge>}
          </InlineStack>
        ))
      )}
    </TitledCard>
  );
}
