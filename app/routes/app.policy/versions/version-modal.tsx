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
  const { t } = messages;
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
      title={t('policy.versions.number', { version })}
      {...(isInForce
        ? {}
        : {
            primaryAction: {
              content: t('policy.versions.restore'),
              disabled: !policy,
              onAction: () => policy && onRestore(policy),
            },
          })}
      secondaryAction={{ content: t('close'), onAction: onClose }}
    >
      <div tabIndex={0} role="region" aria-label={t('policy.versions.number', { version })}>
        <BlockStack gap="400">
          <RefusalBanner refusals={refusals} />
          {!policy && refusals.length === 0 && <SkeletonBodyText lines={6} />}
          {policy && <PolicySummary policy={policy} />}
          {policy && !isInForce && (
            <BlockStack gap="200">
              <Text as="h3" variant="headingSm">
                {t('policy.versions.wouldChange')}
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
  const messages = useMessages();
  const { t } = messages;
  return (
    <BlockStack gap="300">
      {!policy.enabled && <Text as="p">{t('policy.versions.couldNotCancel')}</Text>}
      {policy.rules.map((rule) => (
        <BlockStack key={rule.id} gap="100">
          <Text as="h3" variant="headingSm">
            {rule.name}
          </Text>
          <Text as="p">{ruleWords(rule, messages).join(' · ')}</Text>
          <Text as="p" tone="subdued">
            {whatWords(rule, messages)}
          </Text>
        </BlockStack>
      ))}
      <Text as="p">{limitWords(policy, messages)}</Text>
      <Text as="p">{calendarWords(policy, messages)}</Text>
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {t('policy.reasons.title')}{' '}
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
