import {
  ActionList,
  BlockStack,
  Box,
  Button,
  Divider,
  InlineStack,
  Popover,
  Text,
} from '@shopify/polaris';
import { Fragment, useState } from 'react';

import { useMessages } from '../../../components/messages/messages.tsx';
import {
  type Exclusion,
  EXCLUSION_KINDS,
  LINE_EXCLUSIONS,
} from '../../../domain/policy/document/policy.ts';
import { ExclusionFields } from './exclusion-fields.tsx';
import { emptyExclusion } from './empty-exclusion.ts';
import type { SectionProps } from './section-props.ts';

type Kind = Exclusion['kind'];

const KINDS: readonly Kind[] = EXCLUSION_KINDS;
const ofLines: readonly Kind[] = LINE_EXCLUSIONS;
const GROUPS = [
  { heading: 'policy.exclusions.items', kinds: KINDS.filter((kind) => ofLines.includes(kind)) },
  { heading: 'policy.exclusions.orders', kinds: KINDS.filter((kind) => !ofLines.includes(kind)) },
] as const;

/** What a rule leaves out, one entry a kind of thing. */
export function ExclusionsFields({ rule, path, onChange }: SectionProps) {
  const { t } = useMessages();
  const [choosing, setChoosing] = useState(false);
  const { exclusions } = rule;

  return (
    <BlockStack gap="300">
      <BlockStack gap="100">
        <Text as="h4" variant="headingSm">
          {t('policy.exclusions.title')}{' '}
        </Text>
        <Text as="p" tone="subdued">
          {t('policy.exclusions.text')}
        </Text>
      </BlockStack>
      {exclusions.length > 0 && (
        <Box borderWidth="025" borderColor="border" borderRadius="200">
          {exclusions.map((exclusion, index) => (
            <Fragment key={index}>
              {index > 0 && <Divider />}
              <ExclusionFields
                path={`${path}.exclusions.${index}`}
                exclusion={exclusion}
                onChange={(changed) => onChange({ exclusions: exclusions.with(index, changed) })}
                onRemove={() => onChange({ exclusions: exclusions.toSpliced(index, 1) })}
              />
            </Fragment>
          ))}
        </Box>
      )}
      <InlineStack>
        <Popover
          active={choosing}
          onClose={() => setChoosing(false)}
          activator={
            <Button disclosure onClick={() => setChoosing(!choosing)}>
              {t('policy.exclusions.add')}{' '}
            </Button>
          }
        >
          <ActionList
            sections={GROUPS.map(({ heading, kinds }) => ({
              title: t(heading),
              items: kinds.map((kind) => ({
                content: t(`policy.exclusion.label.${kind}`),
                onAction: () => {
                  onChange({ exclusions: [...exclusions, emptyExclusion(kind)] });
                  setChoosing(false);
                },
              })),
            }))}
          />
        </Popover>
      </InlineStack>
    </BlockStack>
  );
}
