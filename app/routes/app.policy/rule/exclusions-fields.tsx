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

import { type Exclusion, LINE_EXCLUSIONS } from '../../../domain/policy/document/policy.ts';
import { EXCLUSION_LABELS } from '../../../presentation/policy/rule-words.ts';
import { ExclusionFields } from './exclusion-fields.tsx';
import { emptyExclusion } from './empty-exclusion.ts';
import type { SectionProps } from './section-props.ts';

type Kind = Exclusion['kind'];

const KINDS = Object.keys(EXCLUSION_LABELS) as Kind[];
const ofLines: readonly Kind[] = LINE_EXCLUSIONS;
const GROUPS = [
  { title: 'Items', kinds: KINDS.filter((kind) => ofLines.includes(kind)) },
  { title: 'Whole orders', kinds: KINDS.filter((kind) => !ofLines.includes(kind)) },
];

/** What a rule leaves out, one entry a kind of thing. */
export function ExclusionsFields({ rule, path, onChange }: SectionProps) {
  const [choosing, setChoosing] = useState(false);
  const { exclusions } = rule;

  return (
    <BlockStack gap="300">
      <BlockStack gap="100">
        <Text as="h4" variant="headingSm">
          Exclusions
        </Text>
        <Text as="p" tone="subdued">
          Items and orders that cannot be cancelled, or that need manual review.
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
              Add exclusion
            </Button>
          }
        >
          <ActionList
            sections={GROUPS.map(({ title, kinds }) => ({
              title,
              items: kinds.map((kind) => ({
                content: EXCLUSION_LABELS[kind],
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
