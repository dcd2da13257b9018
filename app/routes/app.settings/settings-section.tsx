import { BlockStack, Box, InlineGrid, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly description: string;
  readonly children: ReactNode;
}

/** A part of the settings: what it is about on one side, its fields on the other. */
export function SettingsSection({ title, description, children }: Props) {
  return (
    <InlineGrid columns={{ xs: '1fr', md: '2fr 5fr' }} gap="400">
      <Box as="section" paddingInline={{ xs: '400', sm: '0' }}>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          <Text as="p" tone="subdued">
            {description}
          </Text>
        </BlockStack>
      </Box>
      <div>{children}</div>
    </InlineGrid>
  );
}
