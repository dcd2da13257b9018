import { Banner, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';

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
  return (
    <Banner tone="warning" title="The policy was changed meanwhile">
      <BlockStack gap="300">
        <Text as="p">
          A colleague saved the policy while you were editing. Your changes are still here, but not
          saved. Your colleague changed:
        </Text>
        <ChangeList before={before} after={theirs} />
        <InlineStack gap="200" align="start">
          <Button onClick={onDiscardMine} disabled={busy}>
            Discard mine and show theirs
          </Button>
          <Button loading={busy} onClick={onSaveMine}>
            Save mine over theirs
          </Button>
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}
