import { BlockStack } from '@shopify/polaris';
import { useState } from 'react';

import { useMessages } from '../../../components/messages/messages.tsx';
import type { PolicyDocument } from '../../../domain/policy/document/policy.ts';
import type { Messages } from '../../../messages/message-types.ts';
import { calendarWords, limitWords, staffWords } from '../../../presentation/policy/rule-words.ts';
import { type PolicyDraft, documentOf } from '../draft/policy-draft.ts';
import { FoldingCard } from '../fields/folding-card.tsx';
import { PolicyTextField } from '../fields/text-field.tsx';
import { CalendarFields } from './calendar-fields.tsx';
import { LimitFields } from './limit-fields.tsx';
import { StaffFields } from './staff-fields.tsx';

const PARTS = ['reviewDays', 'limit', 'calendar', 'staff'] as const;
type Part = (typeof PARTS)[number];

/** The card on which a field is, by the field's path. */
function partOf(path: string): Part | undefined {
  const [first] = path.split('.');
  return first === 'requestsAfterDecline' ? 'reviewDays' : PARTS.find((known) => known === first);
}

interface Props {
  readonly draft: PolicyDraft;
  readonly onChange: (change: Partial<PolicyDraft>) => void;
  /** The path of the fault to unfold; each request is an object of its own. */
  readonly unfold: { readonly path: string } | null;
}

/** What holds for every rule: answering requests, limits, opening days, staff. */
export function GeneralCards({ draft, onChange, unfold }: Props) {
  const messages = useMessages();
  const { t } = messages;
  const [open, setOpen] = useState<readonly Part[]>([]);
  const [unfolded, setUnfolded] = useState<Props['unfold']>(null);
  if (unfold !== unfolded) {
    setUnfolded(unfold);
    const part = partOf(unfold?.path ?? '');
    if (part && !open.includes(part)) setOpen([...open, part]);
  }
  const toggle = (part: Part) =>
    setOpen((before) =>
      before.includes(part) ? before.filter((known) => known !== part) : [...before, part],
    );
  const card = (part: Part) => ({ open: open.includes(part), onToggle: () => toggle(part) });
  const read = documentOf(draft);
  const { member, collaborator } = read.staff;

  return (
    <BlockStack gap="400">
      <FoldingCard
        title={t('policy.requests.title')}
        summary={requestsWords(read, messages)}
        {...card('reviewDays')}
      >
        <BlockStack gap="400">
          <div style={{ maxWidth: '12rem' }}>
            <PolicyTextField
              path="reviewDays"
              label={t('policy.requests.days.label')}
              suffix={t('policy.requests.days.suffix')}
              inputMode="numeric"
              value={draft.reviewDays}
              onChange={(reviewDays) => onChange({ reviewDays })}
            />
          </div>
          <div style={{ maxWidth: '24rem' }}>
            <PolicyTextField
              path="requestsAfterDecline"
              label={t('policy.requests.after.label')}
              helpText={t('policy.requests.after.help')}
              inputMode="numeric"
              value={draft.requestsAfterDecline}
              onChange={(requestsAfterDecline) => onChange({ requestsAfterDecline })}
            />
          </div>
        </BlockStack>
      </FoldingCard>
      <FoldingCard
        title={t('policy.limit.title')}
        summary={limitWords(read, messages)}
        {...card('limit')}
      >
        <LimitFields limit={draft.limit} onChange={(limit) => onChange({ limit })} />
      </FoldingCard>
      <FoldingCard
        title={t('policy.calendar.title')}
        summary={calendarWords(read, messages)}
        {...card('calendar')}
      >
        <CalendarFields calendar={draft.calendar} onChange={(calendar) => onChange({ calendar })} />
      </FoldingCard>
      <FoldingCard
        title={t('policy.staff.title')}
        summary={[
          staffWords('member', member, messages),
          staffWords('collaborator', collaborator, messages),
        ].join(' ')}
        {...card('staff')}
      >
        <StaffFields staff={draft.staff} onChange={(staff) => onChange({ staff })} />
      </FoldingCard>
    </BlockStack>
  );
}

/** How long requests wait, and how often one can be sent again; what is still being typed is left open. */
function requestsWords(
  { reviewDays, requestsAfterDecline }: PolicyDocument,
  { t }: Messages<'staff'>,
): string {
  return [
    Number.isFinite(reviewDays)
      ? t('policy.requests.ends', { count: reviewDays })
      : t('policy.requests.endsUnknown'),
    ...(requestsAfterDecline === 0 ? [t('policy.requests.notAgain')] : []),
    ...(requestsAfterDecline > 0
      ? [t('policy.requests.again', { count: requestsAfterDecline })]
      : []),
  ].join(' ');
}
