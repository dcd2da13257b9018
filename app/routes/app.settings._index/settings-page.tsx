import { Card, Icon, ResourceItem, ResourceList, Text } from '@shopify/polaris';

import { TitledPage } from '../../components/frame/titled-page.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import { SETTINGS_SECTIONS } from './settings-sections.ts';

/** Where everything that can be set is found. */
export function SettingsPage() {
  const { t } = useMessages();
  return (
    <TitledPage title={t('settings.title')}>
      <Card padding="0">
        <ResourceList
          resourceName={{
            singular: t('settings.resource.singular'),
            plural: t('settings.resource.plural'),
          }}
          items={[...SETTINGS_SECTIONS]}
          renderItem={({ id, url, icon }) => {
            const title = t(`settings.section.${id}.title`);
            return (
              <ResourceItem
                id={id}
                url={url}
                accessibilityLabel={title}
                media={<Icon source={icon} tone="subdued" />}
                verticalAlignment="center"
              >
                <Text as="h2" variant="bodyMd" fontWeight="semibold">
                  {title}
                </Text>
                <Text as="p" tone="subdued">
                  {t(`settings.section.${id}.text`)}
                </Text>
              </ResourceItem>
            );
          }}
        />
      </Card>
    </TitledPage>
  );
}
