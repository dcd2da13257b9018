import {
  Badge,
  BlockStack,
  Box,
  Card,
  Divider,
  InlineStack,
  Link,
  Text,
  Thumbnail,
} from '@shopify/polaris';
import { ImageIcon } from '@shopify/polaris-icons';
import { Fragment, type ReactNode } from 'react';

import type { StaffOrderView } from '../../contract/staff/staff-view.ts';
import { spelledOut } from '../../components/words/status-words.ts';

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
            {line.whereabouts && (
              <Text as="p" variant="bodySm" tone="subdued">
                {line.whereabouts}
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
      <Sums rows={order.sums.parts} />
      <Divider />
      <Sums rows={order.sums.totals} isTotal />
      {order.totalInShopCurrency && (
        <Text as="p" alignment="end" variant="bodySm" tone="subdued" numeric>
          {`Total: ${order.totalInShopCurrency} in your store’s currency`}
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
export function CustomerCard({ contact }: Pick<Order, 'contact'>) {
  const { name = null, email = null, phone = null, address = null } = contact ?? {};
  const isEmpty = [name, email, phone, address].every((part) => part === null);
  return (
    <TitledCard title="Customer">
      {isEmpty && (
        <Text as="p" tone="subdued">
          Shopify shows Unorder no customer details for this order. Open it in Shopify to see them.
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
      {address !== null && (
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">
            Shipping address
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
  return (
    <TitledCard title="Fulfillment">
      {locations.length === 0 ? (
        <Text as="p" tone="subdued">
          No items to fulfill.
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
                  {spelledOut(location.status)}
                </Text>
              )}
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
