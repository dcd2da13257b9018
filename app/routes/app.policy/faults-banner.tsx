import { Banner, BlockStack, Button, List } from '@shopify/polaris';

import { useMessages } from '../../components/messages/messages.tsx';
import { placeOf } from './draft/fault-places.ts';
import type { PolicyDraft } from './draft/policy-draft.ts';
import type { PolicyFaults } from '../../presentation/policy/policy-fault-words.ts';

interface Props {
  readonly faults: PolicyFaults;
  readonly draft: PolicyDraft;
  /** Leads to the field. */
  readonly onGoTo: (path: string) => void;
}

/** All that keeps the policy from being saved, each with the way to it. */
export function FaultsBanner({ faults, draft, onGoTo }: Props) {
  const messages = useMessages();
  const { t } = messages;
  const entries = Object.entries(faults);
  if (entries.length === 0) return null;
  const title = t('policy.faults.title', { count: entries.length });
  return (
    <Banner tone="critical" title={title}>
      <BlockStack gap="100">
        <List>
          {entries.map(([path, message]) => (
            <List.Item key={path}>
              <Button variant="plain" textAlign="left" onClick={() => onGoTo(path)}>
                {t('policy.faults.at', {
                  place: placeOf(path, draft, messages).label,
                  fault: message,
                })}
              </Button>
            </List.Item>
          ))}
        </List>
      </BlockStack>
    </Banner>
  );
}
