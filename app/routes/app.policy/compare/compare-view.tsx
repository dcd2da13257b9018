import { BlockStack, Box, Card, InlineGrid, Select, Text } from '@shopify/polaris';
import { useState } from 'react';

import type { Policy, PolicyDocument } from '../../../domain/policy/document/policy.ts';
import { PUBLISHED_LANGUAGES } from '../../../domain/policy/published/publish.ts';
import { languageName } from '../../../presentation/policy/rule-words.ts';
import { DraftFaulty } from '../draft-faulty.tsx';
import { useShop } from '../fields/form-context.ts';
import { ChangeList } from './change-list.tsx';
import { PublishedText } from './published-text.tsx';

interface Props {
  /** The draft; null while something is wrong with it. */
  readonly document: PolicyDocument | null;
  readonly live: Policy;
  readonly isChanged: boolean;
  readonly onShowFaults: () => void;
}

/** What saving would change, and what customers would read then. */
export function CompareView({ document, live, isChanged, onShowFaults }: Props) {
  const { locales } = useShop();
  const [locale, setLocale] = useState(locales[0] ?? 'en');
  if (!document) return <DraftFaulty what="compare it" onShowFaults={onShowFaults} />;
  const liveNote =
    live.version === 0
      ? 'In force since Unorder was installed'
      : `Version ${live.version}, in force`;
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            What changes
          </Text>
          {isChanged ? (
            <ChangeList before={live} after={document} />
          ) : (
            <Text as="p" tone="subdued">
              Nothing yet: your draft is the policy in force.
            </Text>
          )}
        </BlockStack>
      </Card>
      <Box paddingInline={{ xs: '400', sm: '0' }}>
        <InlineGrid columns={{ xs: '1fr', sm: '1fr 14rem' }} gap="300" alignItems="end">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              What customers read
            </Text>
            <Text as="p" tone="subdued">
              Written from the rules, on your storefront and in your theme.
            </Text>
          </BlockStack>
          <Select
            label="Language"
            options={languagesFirst(locales).map((code) => ({
              value: code,
              label: languageName(code),
            }))}
            value={locale}
            onChange={setLocale}
          />
        </InlineGrid>
      </Box>
      <InlineGrid columns={{ xs: 1, md: isChanged ? 2 : 1 }} gap="400" alignItems="start">
        <PublishedText title="In force" policy={live} locale={locale} note={liveNote} />
        {isChanged && (
          <PublishedText
            title="Your draft"
            policy={{ ...document, version: live.version + 1 }}
            locale={locale}
            note="Not saved yet"
          />
        )}
      </InlineGrid>
    </BlockStack>
  );
}

/** The shop's languages, then those that a policy can be read in besides. */
const languagesFirst = (locales: readonly string[]): readonly string[] => {
  const own = locales.filter((locale) =>
    PUBLISHED_LANGUAGES.some((code) => locale.startsWith(code)),
  );
  const others = PUBLISHED_LANGUAGES.filter(
    (code) => !own.some((locale) => locale.startsWith(code)),
  );
  return [...own, ...others];
};
