import { BlockStack, Box, Text } from '@shopify/polaris';
import { type ComponentType, useState } from 'react';

import { useMessages } from '../../../components/messages/messages.tsx';
import type { Messages } from '../../../messages/message-types.ts';
import {
  feeWords,
  partialWords,
  refundWords,
  restockWords,
  reviewAboveWords,
  thresholdWords,
  whatWords,
  whenWords,
  whoWords,
} from '../../../presentation/policy/rule-words.ts';
import type { Rule } from '../../../domain/policy/document/policy.ts';
import { RULE_SECTIONS, type RuleDraft, type RuleSection, ruleOf } from '../draft/policy-draft.ts';
import { DealsFields } from './deals-fields.tsx';
import { FeeFields } from './fee-fields.tsx';
import { PartialFields } from './partial-fields.tsx';
import { RefundFields } from './refund-fields.tsx';
import { RestockFields } from './restock-fields.tsx';
import { FoldingCard } from '../fields/folding-card.tsx';
import type { SectionProps } from './section-props.ts';
import { WhatFields } from './what-fields.tsx';
import { WhenFields } from './when-fields.tsx';
import { WhoFields } from './who-fields.tsx';

interface Part {
  readonly summary: (rule: Rule, messages: Messages<'staff'>) => string;
  readonly Fields: ComponentType<SectionProps>;
}

const PARTS: Readonly<Record<RuleSection, Part>> = {
  who: { summary: (rule, messages) => `${whoWords(rule, messages)}.`, Fields: WhoFields },
  what: { summary: whatWords, Fields: WhatFields },
  when: {
    summary: (rule, messages) =>
      rule.instant && rule.reviewAbove
        ? [whenWords(rule, messages), reviewAboveWords(rule, messages)].join(' ')
        : whenWords(rule, messages),
    Fields: WhenFields,
  },
  refund: { summary: (rule, messages) => `${refundWords(rule, messages)}.`, Fields: RefundFields },
  fee: { summary: (rule, messages) => `${feeWords(rule, messages)}.`, Fields: FeeFields },
  restock: {
    summary: (rule, messages) => `${restockWords(rule, messages)}.`,
    Fields: RestockFields,
  },
  partial: {
    summary: (rule, messages) => `${partialWords(rule, messages)}.`,
    Fields: PartialFields,
  },
  deals: { summary: (rule, messages) => `${thresholdWords(rule, messages)}.`, Fields: DealsFields },
};

interface Props extends SectionProps {
  /** The part to unfold, for the fault in it; each request is an object of its own. */
  readonly unfold: { readonly section: RuleSection | null } | null;
}

/** One rule, part by part. */
export function RuleEditor({ rule, path, onChange, unfold }: Props) {
  const messages = useMessages();
  const { t } = messages;
  const [open, setOpen] = useState<readonly RuleSection[]>(isFresh(rule) ? ['who'] : []);
  const [unfolded, setUnfolded] = useState<Props['unfold']>(null);
  if (unfold !== unfolded) {
    setUnfolded(unfold);
    const section = unfold?.section;
    if (section && !open.includes(section)) setOpen([...open, section]);
  }
  const read = ruleOf(rule);
  const toggle = (section: RuleSection) =>
    setOpen((before) =>
      before.includes(section) ? before.filter((known) => known !== section) : [...before, section],
    );
  return (
    <BlockStack gap="400">
      <Box paddingInline={{ xs: '400', sm: '0' }}>
        <Text as="h2" variant="headingLg" breakWord>
          {rule.name.trim() === '' ? t('policy.rule.unnamed') : rule.name}
        </Text>
      </Box>
      {RULE_SECTIONS.map((section) => {
        const { summary, Fields } = PARTS[section];
        return (
          <FoldingCard
            key={section}
            title={t(`policy.section.${section}`)}
            summary={summary(read, messages)}
            open={open.includes(section)}
            onToggle={() => toggle(section)}
          >
            <Fields rule={rule} path={path} onChange={onChange} />
          </FoldingCard>
        );
      })}
    </BlockStack>
  );
}

const isFresh = (rule: RuleDraft): boolean => rule.name === '';
