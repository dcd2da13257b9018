import { Banner, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';

import { useMessages } from '../../components/messages/messages.tsx';
import type { Policy } from '../../domain/policy/document/policy.ts';
import { ChangeList } from './compare/change-list.tsx';

interface Props {
  /** What this person began with. */
  readonly before: Policy;
  /** What somebody else saved meanwhile. */
  readonly theirs: Policy;
  readonly busy: boolean;
  readonly onDiscardMine: () => void;
  readonly onSaveMine: () => void;
}

/** Somebody else saved while this person was editing: what they changed, and the two ways on. */
export function ConflictBanner({ before, theirs, busy, onDiscardMine, onSaveMine }: Props) {
  const { t } = useMessages();
  return (
    <Banner tone="warning" title={t('policy.conflict.title')}>
      <BlockStack gap="300">
        <Text as="p">{t('policy.conflict.text')}</Text>
        <ChangeList before={before} after={theirs} />
        <InlineStack gap="200" align="start">
          <Button onClick={onDiscardMine} disabled={busy}>
            {t('policy.conflict.discardMine')}
          </Button>
          <Button loading={busy} onClick={onSaveMine}>
            {t('policy.conflict.saveMine')}
          </Button>
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}
