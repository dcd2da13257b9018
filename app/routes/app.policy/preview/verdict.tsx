import { Badge, BlockStack, Card, Icon, InlineStack, Text } from '@shopify/polaris';
import { CheckCircleIcon, PersonIcon, XCircleIcon } from '@shopify/polaris-icons';

import { useMessages } from '../../../components/messages/messages.tsx';
import { DateTime } from '../../../components/words/date-time.tsx';
import type { PolicyPreviewView, PreviewLine } from '../../../contract/policy/policy-view.ts';

const TONES = { at_once: 'success', by_request: 'attention', not_possible: 'critical' } as const;

/** How the draft answers the order, and every reason for it. */
export function Verdict({ view }: { readonly view: PolicyPreviewView }) {
  const { t, rich } = useMessages();
  const asked = <DateTime at={view.askedAt} />;
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {view.orderName}
          </Text>
          <Badge tone={TONES[view.answer]}>{t(`policy.preview.answer.${view.answer}`)}</Badge>
        </InlineStack>
        <Text as="p" tone="subdued">
          {view.closesAt === null
            ? rich('policy.preview.asked', { asked })
            : rich('policy.preview.askedAndCloses', {
                asked,
                closes: <DateTime at={view.closesAt} />,
              })}
        </Text>
        <Reasons title={t('policy.preview.against')} icon="against" texts={view.reasonsAgainst} />
        <Reasons title={t('policy.manualReview')} icon="person" texts={view.reasonsToAsk} />
        <Reasons title={t('policy.preview.for')} icon="for" texts={view.reasonsFor} />
        <Lines lines={view.lines.filter(({ notes }) => notes.length > 0)} />
      </BlockStack>
    </Card>
  );
}

const ICONS = {
  for: { source: CheckCircleIcon, tone: 'success' },
  against: { source: XCircleIcon, tone: 'critical' },
  person: { source: PersonIcon, tone: 'caution' },
} as const;

interface ReasonsProps {
  readonly title: string;
  readonly icon: keyof typeof ICONS;
  readonly texts: readonly string[];
}

function Reasons({ title, icon, texts }: ReasonsProps) {
  if (texts.length === 0) return null;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: '0.5rem' }}>
        {texts.map((text) => (
          <li
            key={text}
            style={{ display: 'grid', gridTemplateColumns: '20px 1fr', gap: '0.5rem' }}
          >
            <Icon {...ICONS[icon]} />
            <Text as="span">{text}</Text>
          </li>
        ))}
      </ul>
    </BlockStack>
  );
}

function Lines({ lines }: { readonly lines: readonly PreviewLine[] }) {
  const { t } = useMessages();
  if (lines.length === 0) return null;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('policy.preview.lines')}{' '}
      </Text>
      {lines.map(({ title, quantity, cancellable, notes }, index) => (
        <BlockStack key={index}>
          <Text as="p" fontWeight="medium">
            {t('policy.preview.line', { title, count: cancellable, all: quantity })}
          </Text>
          {notes.map((note) => (
            <Text as="p" key={note} tone="subdued">
              {note}
            </Text>
          ))}
        </BlockStack>
      ))}
    </BlockStack>
  );
}
