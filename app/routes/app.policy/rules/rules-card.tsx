import {
  ActionList,
  Badge,
  BlockStack,
  Box,
  Button,
  ButtonGroup,
  Card,
  Divider,
  InlineStack,
  Link,
  Popover,
  Text,
} from '@shopify/polaris';
import { ArrowDownIcon, ArrowUpIcon, MenuHorizontalIcon, PlusIcon } from '@shopify/polaris-icons';
import { useState } from 'react';

import { useMessages } from '../../../components/messages/messages.tsx';
import { ruleWords } from '../../../presentation/policy/rule-words.ts';
import { moved } from '../draft/lists.ts';
import { copyOf, newRule } from '../draft/new-rule.ts';
import { type RuleDraft, ruleOf } from '../draft/policy-draft.ts';
import { ConfirmRemoval } from '../fields/confirm-removal.tsx';
import { useHasFault } from '../fields/form-context.ts';

interface Props {
  readonly rules: readonly RuleDraft[];
  readonly onChange: (rules: readonly RuleDraft[]) => void;
  /** Opens the page of one rule. */
  readonly onOpen: (id: string) => void;
}

/** The rules in the order in which they are asked: the first that fits a customer decides. */
export function RulesCard({ rules, onChange, onOpen }: Props) {
  const messages = useMessages();
  const { t } = messages;
  const add = (rule: RuleDraft, at: number) => {
    onChange(rules.toSpliced(at, 0, rule));
    onOpen(rule.id);
  };
  return (
    <Card padding="0">
      <Box padding="400">
        <InlineStack align="space-between" blockAlign="start" gap="300" wrap={false}>
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {t('policy.rules.title')}{' '}
            </Text>
            <Text as="p" tone="subdued">
              {t('policy.rules.text')}
            </Text>
          </BlockStack>
          <div style={{ flexShrink: 0 }}>
            <Button icon={PlusIcon} onClick={() => add(newRule(), rules.length)}>
              {t('policy.rules.add')}{' '}
            </Button>
          </div>
        </InlineStack>
      </Box>
      <ol style={{ listStyle: 'none', margin: 0, padding: 0 }} aria-label={t('policy.rules.list')}>
        {rules.map((rule, index) => (
          <li key={rule.id}>
            <Divider />
            <RuleRow
              rule={rule}
              position={index}
              count={rules.length}
              onOpen={() => onOpen(rule.id)}
              onMove={(by) => onChange(moved(rules, index, by))}
              onDuplicate={() => add(copyOf(rule, messages), index + 1)}
              onRemove={() => onChange(rules.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
    </Card>
  );
}

interface RowProps {
  readonly rule: RuleDraft;
  readonly position: number;
  readonly count: number;
  readonly onOpen: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}

function RuleRow({ rule, position, count, onOpen, onMove, onDuplicate, onRemove }: RowProps) {
  const messages = useMessages();
  const { t } = messages;
  const [menu, setMenu] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const faulty = useHasFault(`rules.${position}`);
  const name = rule.name.trim() === '' ? t('policy.rule.unnamed') : rule.name;
  const chosen = (action: () => void) => () => {
    setMenu(false);
    action();
  };
  return (
    <Box padding="300" paddingInlineStart="400">
      <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
        <BlockStack gap="100">
          <InlineStack gap="200" blockAlign="center">
            <Link onClick={onOpen} monochrome removeUnderline>
              <Text as="span" fontWeight="semibold" breakWord>
                {name}
              </Text>
            </Link>
            {faulty && <Badge tone="critical">{t('policy.rules.faulty')}</Badge>}
          </InlineStack>
          <Text as="p" tone="subdued" breakWord>
            {ruleWords(ruleOf(rule), messages).join(' · ')}
          </Text>
        </BlockStack>
        <ButtonGroup noWrap>
          <Button
            variant="tertiary"
            icon={ArrowUpIcon}
            accessibilityLabel={t('policy.list.up', { name })}
            disabled={position === 0}
            onClick={() => onMove(-1)}
          />
          <Button
            variant="tertiary"
            icon={ArrowDownIcon}
            accessibilityLabel={t('policy.list.down', { name })}
            disabled={position === count - 1}
            onClick={() => onMove(1)}
          />
          <Popover
            active={menu}
            onClose={() => setMenu(false)}
            preferredAlignment="right"
            activator={
              <Button
                variant="tertiary"
                icon={MenuHorizontalIcon}
                accessibilityLabel={t('policy.list.more', { name })}
                onClick={() => setMenu(!menu)}
              />
            }
          >
            <ActionList
              items={[
                { content: t('policy.rules.edit'), onAction: chosen(onOpen) },
                { content: t('policy.rules.duplicate'), onAction: chosen(onDuplicate) },
                {
                  content: t('policy.rules.remove'),
                  destructive: true,
                  disabled: count === 1,
                  ...(count === 1 ? { helpText: t('policy.rules.keepOne') } : {}),
                  onAction: chosen(() => setRemoving(true)),
                },
              ]}
            />
          </Popover>
        </ButtonGroup>
      </InlineStack>
      {isRemoving && (
        <ConfirmRemoval
          what="rule"
          name={name}
          onRemove={() => {
            setRemoving(false);
            onRemove();
          }}
          onClose={() => setRemoving(false)}
        />
      )}
    </Box>
  );
}
