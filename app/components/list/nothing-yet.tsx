import { BlockStack, Box, Button, Card, InlineStack, Text } from '@shopify/polaris';

interface Props {
  readonly title: string;
  readonly explanation: string;
  readonly actions?: readonly { readonly label: string; readonly url: string }[];
}

/** An empty list that says why it is empty and where to go from here. */
export function NothingYet({ title, explanation, actions = [] }: Props) {
  return (
    <Card>
      <Box paddingBlock="800" paddingInline="400">
        <BlockStack gap="400" inlineAlign="center">
          <BlockStack gap="200" inlineAlign="center">
            <Text as="h2" variant="headingMd" alignment="center">
              {title}
            </Text>
            <Box maxWidth="440px">
              <Text as="p" tone="subdued" alignment="center">
                {explanation}
              </Text>
            </Box>
          </BlockStack>
          {actions.length > 0 && (
            <InlineStack gap="200" align="center">
              {actions.map(({ label, url }, index) => (
                <Button key={url} url={url} variant={index === 0 ? 'primary' : 'secondary'}>
                  {label}
                </Button>
              ))}
            </InlineStack>
          )}
        </BlockStack>
      </Box>
    </Card>
  );
}
