import { BlockStack, Badge, Box, Button, Card, Divider, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';

import { useMessages } from '../../../components/messages/messages.tsx';
import { DateTime } from '../../../components/words/date-time.tsx';
import { NothingYet } from '../../../components/list/nothing-yet.tsx';
import type { Policy, PolicyDocument } from '../../../domain/policy/document/policy.ts';
import type { PolicyVersionRow } from '../../../contract/policy/policy-view.ts';
import { VersionModal } from './version-modal.tsx';

interface Props {
  /** Newest first. */
  readonly versions: readonly PolicyVersionRow[];
  readonly inForce: Policy;
  readonly onRestore: (document: PolicyDocument) => void;
}

/** Every policy the shop ever saved. An order is judged by the one it was placed under, so none is lost. */
export function VersionsView({ versions, inForce, onRestore }: Props) {
  const { t, rich } = useMessages();
  const [shown, setShown] = useState<number | null>(null);
  if (versions.length === 0) {
    return (
      <NothingYet
        title={t('policy.versions.none.title')}
        explanation={t('policy.versions.none.text')}
      />
    );
  }
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('policy.versions.title')}{' '}
          </Text>
          <Text as="p" tone="subdued">
            {t('policy.versions.text')}
          </Text>
        </BlockStack>
      </Box>
      <ol
        style={{ listStyle: 'none', margin: 0, padding: 0 }}
        aria-label={t('policy.versions.list')}
      >
        {versions.map(({ version, savedAt, savedBy }) => (
          <li key={version}>
            <Divider />
            <Box padding="300" paddingInline="400">
              <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
                <BlockStack>
                  <InlineStack gap="200" blockAlign="center">
                    <Text as="span" fontWeight="semibold">
                      {t('policy.versions.number', { version })}
                    </Text>
                    {version === inForce.version && (
                      <Badge tone="success">{t('policy.versions.inForce')}</Badge>
                    )}
                  </InlineStack>
                  <Text as="span" variant="bodySm" tone="subdued">
                    {rich(`policy.versions.savedBy.${savedBy}`, {
                      date: <DateTime at={savedAt} />,
                    })}
                  </Text>
                </BlockStack>
                <Button
                  onClick={() => setShown(version)}
                  accessibilityLabel={t('policy.versions.viewLabel', { version })}
                >
                  {t('policy.versions.view')}{' '}
                </Button>
              </InlineStack>
            </Box>
          </li>
        ))}
      </ol>
      {shown !== null && (
        <VersionModal
          version={shown}
          inForce={inForce}
          onClose={() => setShown(null)}
          onRestore={(document) => {
            setShown(null);
            onRestore(document);
          }}
        />
      )}
    </Card>
  );
}
