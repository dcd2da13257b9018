import { BlockStack, Card, InlineStack, Link, Text } from '@shopify/polaris';

import { SubPage } from '../../components/frame/sub-page.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import type { SupportView } from '../../contract/shop/settings-view.ts';

/** Whom customers are sent to when the answer is no, and whom staff turn to when something fails. */
export function SupportPage({ customersWriteTo, returnPolicyUrl, operator, shop }: SupportView) {
  const { t, rich } = useMessages();
  return (
    <SubPage
      title={t('settings.section.support.title')}
      parent={{ title: t('settings.title'), url: '/app/settings' }}
    >
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="200">
            <Text as="h2" variant="headingSm">
              {t('settings.support.customers')}
            </Text>
            <Text as="p">
              {customersWriteTo === null
                ? t('settings.support.unread')
                : t('settings.support.customersWriteTo', { address: customersWriteTo })}
            </Text>
            <Text as="p" tone="subdued">
              {t('settings.support.change')}
            </Text>
            <InlineStack gap="400">
              <Link url="shopify://admin/settings/general">
                {t('settings.support.storeDetails')}
              </Link>
              {returnPolicyUrl !== null && (
                <Link url={returnPolicyUrl} target="_blank">
                  {t('settings.support.returnPolicy')}
                </Link>
              )}
            </InlineStack>
          </BlockStack>
        </Card>
        <Card>
          <BlockStack gap="200">
            <Text as="h2" variant="headingSm">
              {t('settings.support.staff')}
            </Text>
            <Text as="p">
              {operator === null
                ? t('settings.support.noOperator')
                : rich('settings.support.operator', { contact: <Contact address={operator} /> })}
            </Text>
            <Text as="p" tone="subdued">
              {t('settings.support.tell', { shop })}
            </Text>
          </BlockStack>
        </Card>
      </BlockStack>
    </SubPage>
  );
}

function Contact({ address }: { readonly address: string }) {
  return address.startsWith('https:') ? (
    <Link url={address} target="_blank">
      {address}
    </Link>
  ) : (
    <Link url={`mailto:${address}`}>{address}</Link>
  );
}
