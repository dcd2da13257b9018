import { Banner, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';

interface Props {
  /** What is not possible meanwhile: "compare it". */
  readonly what: string;
  readonly onShowFaults: () => void;
}

/** Said where a draft has to be well-formed. */
export function DraftFaulty({ what, onShowFaults }: Props) {
  return (
    <Banner tone="warning" title="Your draft needs a correction first">
      <BlockStack gap="200">
        <Text as="p">{`Something in it is missing or wrong. Correct that to ${what}.`}</Text>
        <InlineStack>
          <Button onClick={onShowFaults}>Show what is wrong</Button>
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}
