import { BlockStack } from '@shopify/polaris';
import { useState } from 'react';

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
  const days = `${draft.reviewDays} ${draft.reviewDays === '1' ? 'day' : 'days'}`;

  return (
    <BlockStack gap="400">
      <FoldingCard
        title="Requests"
        summary={`An unanswered request ends after ${days}: the hold is released and the customer is notified. ${afterDeclineWords(draft.requestsAfterDecline)}`}
        {...card('reviewDays')}
      >
        <BlockStack gap="400">
          <div style={{ maxWidth: '12rem' }}>
            <PolicyTextField
              path="reviewDays"
              label="Days to answer"
              suffix="days"
              inputMode="numeric"
              value={draft.reviewDays}
              onChange={(reviewDays) => onChange({ reviewDays })}
            />
          </div>
          <div style={{ maxWidth: '24rem' }}>
            <PolicyTextField
              path="requestsAfterDecline"
              label="Requests after a decline"
              helpText="How many times a customer can send the same request again. A changed order or policy is always a new request."
              inputMode="numeric"
              value={draft.requestsAfterDecline}
              onChange={(requestsAfterDecline) => onChange({ requestsAfterDecline })}
            />
          </div>
        </BlockStack>
      </FoldingCard>
      <FoldingCard title="Limit" summary={limitWords(read)} {...card('limit')}>
        <LimitFields limit={draft.limit} onChange={(limit) => onChange({ limit })} />
      </FoldingCard>
      <FoldingCard title="Opening days" summary={calendarWords(read)} {...card('calendar')}>
        <CalendarFields calendar={draft.calendar} onChange={(calendar) => onChange({ calendar })} />
      </FoldingCard>
      <FoldingCard
        title="Staff"
        summary={`Staff members ${staffWords(member)}. Collaborators ${staffWords(collaborator)}.`}
        {...card('staff')}
      >
        <StaffFields staff={draft.staff} onChange={(staff) => onChange({ staff })} />
      </FoldingCard>
    </BlockStack>
  );
}

function afterDeclineWords(times: string): string {
  if (times === '0') return 'A declined request cannot be sent again.';
  return `A declined request can be sent again ${times === '1' ? 'once' : `${times} times`}.`;
}
