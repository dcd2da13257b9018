import { Banner, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useMessages } from '../../components/messages/messages.tsx';

interface Props {
  /** What is not possible meanwhile. */
  readonly to: 'compare' | 'preview' | 'simulation';
  readonly onShowFaults: () => void;
}

/** Said where a draft has to be well-formed. */
export function DraftFaulty({ to, onShowFaults }: Props) {
  const { t } = useMessages();
  return (
    <Banner tone="warning" title={t('policy.faulty.title')}>
      <BlockStack gap="200">
        <Text as="p">{t(`policy.faulty.${to}`)}</Text>
        <InlineStack>
          <Button onClick={onShowFaults}>{t('policy.faulty.show')}</Button>
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}
