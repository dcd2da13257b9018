import { InlineStack, Tag } from '@shopify/polaris';

interface Props {
  readonly entries: readonly { readonly value: string; readonly name: string }[];
  readonly onRemove: (value: string) => void;
}

/** What was chosen so far, each to be taken away again. */
export function TagList({ entries, onRemove }: Props) {
  if (entries.length === 0) return null;
  return (
    <InlineStack gap="200">
      {entries.map(({ value, name }) => (
        <Tag key={value} onRemove={() => onRemove(value)}>
          {name}
        </Tag>
      ))}
    </InlineStack>
  );
}
