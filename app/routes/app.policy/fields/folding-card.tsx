import { BlockStack, Box, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { type ReactNode, useId } from 'react';
import { useMessages } from '../../../components/messages/messages.tsx';

interface Props {
  readonly title: string;
  /** What holds now, as a sentence. */
  readonly summary: string;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** A part of the policy: read as a sentence, unfolded to change it. */
export function FoldingCard({ title, summary, open, onToggle, children }: Props) {
  const { t } = useMessages();
  const contentId = useId();
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="start" gap="300" wrap={false}>
          <BlockStack gap="100">
            <Text as="h3" variant="headingSm">
              {title}
            </Text>
            <Text as="p" tone="subdued" breakWord>
              {summary}
            </Text>
          </BlockStack>
          <Box>
            <Button
              ariaExpanded={open}
              ariaControls={contentId}
              accessibilityLabel={t(open ? 'policy.fold.doneLabel' : 'policy.fold.editLabel', {
                title,
              })}
              onClick={onToggle}
            >
              {t(open ? 'done' : 'policy.fold.edit')}
            </Button>
          </Box>
        </InlineStack>
        {open && <div id={contentId}>{children}</div>}
      </BlockStack>
    </Card>
  );
}
