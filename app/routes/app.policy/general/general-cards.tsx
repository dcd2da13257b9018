import { BlockStack } from '@shopify/polaris';
import { useState } from 'react';

import { calendarWords, limitWords, staffWords } from '../../../presentation/rule-words.ts';
import { type PolicyDraft, documentOf } from '../draft/policy-draft.ts';
import { FoldingCard } from '../fields/folding-card.tsx';
import { PolicyTextField } from '../fields/text-field.tsx';
import { CalendarFields } from './calendar-fields.tsx';
import { LimitFields } from './limit-fields.tsx';
import { StaffFields } from './staff-fields.tsx';

const PARTS = ['reviewDays', 'limit', 'calendar', 'staff'] as const;
type Part = (typeof PARTS)[number];

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
    const part = PARTS.find((known) => unfold?.path.split('.')[0] === known);
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
        summary={`An unanswered request ends after ${days}: the hold is released and the customer is notified.`}
        {...card('reviewDays')}
      >
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
