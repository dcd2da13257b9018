import { Banner, BlockStack, Text } from '@shopify/polaris';

interface Props {
  readonly refusals: readonly { readonly code: string; readonly message: string }[];
  readonly title?: string;
  readonly tone?: 'critical' | 'warning' | 'info';
}

/** Everything that stands against what was asked, in words; nothing when nothing does. */
export function RefusalBanner({ refusals, title, tone = 'critical' }: Props) {
  if (refusals.length === 0) return null;
  return (
    <Banner tone={tone} {...(title === undefined ? {} : { title })}>
      <BlockStack gap="100">
        {refusals.map((refusal) => (
          <Text as="p" key={refusal.code}>
            {refusal.message}
          </Text>
        ))}
      </BlockStack>
    </Banner>
  );
}
