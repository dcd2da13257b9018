import { BlockStack, Box, InlineGrid, Select, Text } from '@shopify/polaris';
import { useState } from 'react';

import { TitledCard } from '../../../components/frame/titled-card.tsx';
import { useMessages } from '../../../components/messages/messages.tsx';
import type { Policy, PolicyDocument } from '../../../domain/policy/document/policy.ts';
import { RefusalBanner } from '../../../components/form/refusal-banner.tsx';
import { LANGUAGES } from '../../../messages/keys.generated.ts';
import { languageName } from '../../../presentation/text/names.ts';
import { DraftFaulty } from '../draft-faulty.tsx';
import { useShop } from '../fields/form-context.ts';
import { ChangeList } from './change-list.tsx';
import { PublishedText } from './published-text.tsx';
import { usePolicyMessages } from './use-policy-messages.ts';

interface Props {
  /** The draft; null while something is wrong with it. */
  readonly document: PolicyDocument | null;
  readonly live: Policy;
  readonly isChanged: boolean;
  readonly onShowFaults: () => void;
}

/** What saving would change, and what customers would read then. */
export function CompareView({ document, live, isChanged, onShowFaults }: Props) {
  const { t, locale: readersLocale } = useMessages();
  const { locales } = useShop();
  const [locale, setLocale] = useState(locales[0] ?? 'en');
  const { messages, refusals } = usePolicyMessages(locale);
  if (!document) return <DraftFaulty to="compare" onShowFaults={onShowFaults} />;
  const liveNote =
    live.version === 0
      ? t('policy.compare.inForceSinceInstall')
      : t('policy.compare.versionInForce', { version: live.version });
  return (
    <BlockStack gap="400">
      <TitledCard title={t('policy.compare.changes')}>
        {isChanged ? (
          <ChangeList before={live} after={document} />
        ) : (
          <Text as="p" tone="subdued">
            {t('policy.compare.none')}
          </Text>
        )}
      </TitledCard>
      <Box paddingInline={{ xs: '400', sm: '0' }}>
        <InlineGrid columns={{ xs: '1fr', sm: '1fr 14rem' }} gap="300" alignItems="end">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {t('policy.compare.published.title')}{' '}
            </Text>
            <Text as="p" tone="subdued">
              {t('policy.compare.published.text')}
            </Text>
          </BlockStack>
          <Select
            label={t('policy.language')}
            options={languagesFirst(locales).map((code) => ({
              value: code,
              label: languageName(code, readersLocale),
            }))}
            value={locale}
            onChange={setLocale}
          />
        </InlineGrid>
      </Box>
      <RefusalBanner refusals={refusals} />
      {messages && (
        <InlineGrid columns={{ xs: 1, md: isChanged ? 2 : 1 }} gap="400" alignItems="start">
          <PublishedText
            title={t('policy.compare.inForce')}
            policy={live}
            messages={messages}
            note={liveNote}
          />
          {isChanged && (
            <PublishedText
              title={t('policy.compare.draft')}
              policy={{ ...document, version: live.version + 1 }}
              messages={messages}
              note={t('policy.compare.notSaved')}
            />
          )}
        </InlineGrid>
      )}
    </BlockStack>
  );
}

/** The shop's languages, then those that a policy can be read in besides. */
const languagesFirst = (locales: readonly string[]): readonly string[] => {
  const own = locales.filter((locale) => LANGUAGES.some((code) => locale.startsWith(code)));
  const others = LANGUAGES.filter((code) => !own.some((locale) => locale.startsWith(code)));
  return [...own, ...others];
};
