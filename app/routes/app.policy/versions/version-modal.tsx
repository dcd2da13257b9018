import { BlockStack, List, SkeletonBodyText, Text } from '@shopify/polaris';
import { useEffect, useState } from 'react';

import { useMessages } from '../../../components/messages/messages.tsx';
import { Dialog } from '../../../components/form/dialog.tsx';
import { RefusalBanner } from '../../../components/form/refusal-banner.tsx';
import { sendJson } from '../../../components/form/send-json.ts';
import type { Policy, PolicyDocument } from '../../../domain/policy/document/policy.ts';
import {
  calendarWords,
  limitWords,
  ruleWords,
  whatWords,
} from '../../../presentation/policy/rule-words.ts';
import { savedPolicy } from '../../../contract/policy/policy-bodies.ts';
import type { RefusedBody } from '../../../contract/refused-body.ts';
import { ChangeList } from '../compare/change-list.tsx';

interface Props {
  readonly version: number;
  readonly inForce: Policy;
  readonly onClose: () => void;
  readonly onRestore: (document: PolicyDocument) => void;
}

/** One version as it was, and what bringing it back would change. */
export function VersionModal({ version, inForce, onClose, onRestore }: Props) {
  const messages = useMessages();
  const [policy, setPolicy] = useState<Policy | null>(null);
  const [refusals, setRefusals] = useState<RefusedBody['refusals']>([]);
  const isInForce = version === inForce.version;

  useEffect(() => {
    let outdated = false;
    void sendJson(messages, savedPolicy, `/api/staff/policy/versions/${version}`).then((sent) => {
      if (outdated) return;
      if (sent.ok) setPolicy(sent.value);
      else setRefusals(sent.refusals);
    });
    return () => {
      outdated = true;
    };
  }, [version, messages]);

  return (
    <Dialog
      onClose={onClose}
      title={`Version ${version}`}
      {...(isInForce
        ? {}
        : {
            primaryAction: {
              content: 'Restore as a draft',
              disabled: !policy,
              onAction: () => policy && onRestore(policy),
            },
          })}
      secondaryAction={{ content: 'Close', onAction: onClose }}
    >
      <div tabIndex={0} role="region" aria-label={`Version ${version}`}>
        <BlockStack gap="400">
          <RefusalBanner refusals={refusals} />
          {!policy && refusals.length === 0 && <SkeletonBodyText lines={6} />}
          {policy && <PolicySummary policy={policy} />}
          {policy && !isInForce && (
            <BlockStack gap="200">
              <Text as="h3" variant="headingSm">
                Changes if you restore this version
              </Text>
              <ChangeList before={inForce} after={policy} />
            </BlockStack>
          )}
        </BlockStack>
      </div>
    </Dialog>
  );
}

function PolicySummary({ policy }: { readonly policy: Policy }) {
  return (
    <BlockStack gap="300">
      {!policy.enabled && <Text as="p">Customers could not cancel.</Text>}
      {policy.rules.map((rule) => (
        <BlockStack key={rule.id} gap="100">
          <Text as="h3" variant="headingSm">
            {rule.name}
          </Text>
          <Text as="p">{ruleWords(rule).join(' · ')}</Text>
          <Text as="p" tone="subdued">
            {whatWords(rule)}
          </Text>
        </BlockStack>
      ))}
      <Text as="p">{limitWords(policy)}</Text>
      <Text as="p">{calendarWords(policy)}</Text>
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          Reasons
        </Text>
        <List>
          {policy.reasons.map(({ id, label }) => (
            <List.Item key={id}>{label}</List.Item>
          ))}
        </List>
      </BlockStack>
    </BlockStack>
  );
}
