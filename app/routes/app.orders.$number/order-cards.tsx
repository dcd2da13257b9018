import {
  Badge,
  BlockStack,
  Box,
  Card,
  Divider,
  InlineStack,
  Text,
  Thumbnail,
} from '@shopify/polaris';
import { ImageIcon } from '@shopify/polaris-icons';
import { Fragment, type ReactNode } from 'react';

import type { StaffOrderView } from '../../presentation/staff-view.ts';
import { spelledOut } from '../../components/status-words.ts';

type Order = StaffOrderView['order'];

export function LinesCard({ order }: { readonly order: Order }) {
  return (
    <TitledCard title="Items">
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
          </Box>
          <Text as="span" tone="subdued">
            {`×\u00a0${line.quantity}`}
          </Text>
          <Box minWidth="80px">
            <Text as="p" alignment="end" numeric>
              {line.total}
            </Text>
          </Box>
        </InlineStack>
      ))}
      <Divider />
      <InlineStack align="space-between">
        <Text as="span" fontWeight="semibold">
          Total
        </Text>
        <BlockStack>
          <Text as="p" alignment="end" fontWeight="semibold" numeric>
            {order.total}
          </Text>
          {order.totalInShopCurrency && (
            <Text as="p" alignment="end" variant="bodySm" tone="subdued" numeric>
              {`${order.totalInShopCurrency} in the shop’s currency`}
            </Text>
          )}
        </BlockStack>
      </InlineStack>
    </TitledCard>
  );
}

export function PaymentsCard({ payments }: Pick<Order, 'payments'>) {
  return (
    <TitledCard title="Payments">
      {payments.length === 0 ? (
        <Text as="p" tone="subdued">
          No payment yet.
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
                {`${payment.description} · ${spelledOut(payment.status)}`}
              </Text>
            </BlockStack>
          </Fragment>
        ))
      )}
    </TitledCard>
  );
}

export function LocationsCard({ locations }: Pick<Order, 'locations'>) {
  return (
    <TitledCard title="Fulfillment">
      {locations.length === 0 ? (
        <Text as="p" tone="subdued">
          Nothing is to be fulfilled.
        </Text>
      ) : (
        locations.map((location, index) => (
          <InlineStack key={index} align="space-between" blockAlign="center" gap="200">
            <BlockStack>
              <Text as="span" fontWeight="medium">
                {location.name}
              </Text>
              <Text as="span" variant="bodySm" tone="subdued">
                {spelledOut(location.status)}
              </Text>
            </BlockStack>
            {location.onHold && <Badge tone="warning">On hold</Badge>}
          </InlineStack>
        ))
      )}
    </TitledCard>
  );
}

function TitledCard({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {children}
      </BlockStack>
    </Card>
  );
}
