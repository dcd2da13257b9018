import { Banner, BlockStack, Button, List } from '@shopify/polaris';

import { placeOf } from './draft/fault-places.ts';
import type { PolicyDraft } from './draft/policy-draft.ts';
import type { PolicyFaults } from './draft/read-draft.ts';

interface Props {
  readonly faults: PolicyFaults;
  readonly draft: PolicyDraft;
  /** Leads to the field. */
  readonly onGoTo: (path: string) => void;
}

/** All that keeps the policy from being saved, each with the way to it. */
export function FaultsBanner({ faults, draft, onGoTo }: Props) {
  const entries = Object.entries(faults);
  if (entries.length === 0) return null;
  const title =
    entries.length === 1
      ? 'One thing needs a correction'
      : `${entries.length} things need a correction`;
  return (
    <Banner tone="critical" title={title}>
      <BlockStack gap="100">
        <List>
          {entries.map(([path, message]) => (
            <List.Item key={path}>
              <Button variant="plain" textAlign="left" onClick={() => onGoTo(path)}>
                {`${placeOf(path, draft).label}: ${message}`}
              </Button>
            </List.Item>
          ))}
        </List>
      </BlockStack>
    </Banner>
  );
}
