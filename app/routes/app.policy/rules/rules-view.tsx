import { BlockStack, Box, Card, Checkbox, Text } from '@shopify/polaris';

import { useMessages } from '../../../components/messages/messages.tsx';
import type { PolicyDraft } from '../draft/policy-draft.ts';
import { GeneralCards } from '../general/general-cards.tsx';
import { ReasonsCard } from '../general/reasons-card.tsx';
import { RulesCard } from './rules-card.tsx';

interface Props {
  readonly draft: PolicyDraft;
  readonly onChange: (change: Partial<PolicyDraft>) => void;
  readonly onOpenRule: (id: string) => void;
  readonly unfold: { readonly path: string } | null;
}

/** The policy at a glance: whether customers cancel, by which rules, for which reasons, and what holds for all. */
export function RulesView({ draft, onChange, onOpenRule, unfold }: Props) {
  const { t } = useMessages();
  return (
    <BlockStack gap="400">
      <Card>
        <Checkbox
          label={t('policy.rules.enabled.label')}
          helpText={t('policy.rules.enabled.help')}
          checked={draft.enabled}
          onChange={(enabled) => onChange({ enabled })}
        />
      </Card>
      <RulesCard
        rules={draft.rules}
        onChange={(rules) => onChange({ rules })}
        onOpen={onOpenRule}
      />
      <ReasonsCard reasons={draft.reasons} onChange={(reasons) => onChange({ reasons })} />
      <Box paddingBlockStart="200" paddingInline={{ xs: '400', sm: '0' }}>
        <Text as="h2" variant="headingMd">
          {t('policy.rules.general')}
        </Text>
      </Box>
      <GeneralCards draft={draft} onChange={onChange} unfold={unfold} />
    </BlockStack>
  );
}
