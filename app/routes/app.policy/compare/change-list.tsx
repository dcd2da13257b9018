import { BlockStack, Text } from '@shopify/polaris';

import { useMessages } from '../../../components/messages/messages.tsx';
import {
  type PolicyChange,
  diffPolicies,
} from '../../../presentation/policy/compare/diff-policies.ts';
import type { PolicyDocument } from '../../../domain/policy/document/policy.ts';
import { useShop } from '../fields/form-context.ts';
import styles from './change-list.module.css';

interface Props {
  readonly before: PolicyDocument;
  readonly after: PolicyDocument;
}

/** What differs between two policies, field by field and in the order of the page. */
export function ChangeList({ before, after }: Props) {
  const messages = useMessages();
  const { collectionTitles } = useShop();
  const named = (text: string): string =>
    Object.entries(collectionTitles).reduce(
      (known, [id, title]) => known.replaceAll(id, title),
      text,
    );
  return (
    <BlockStack gap="400">
      {[...bySection(diffPolicies(before, after, messages))].map(([section, changes]) => (
        <section key={section}>
          <Text as="h3" variant="headingSm">
            {section}
          </Text>
          <dl className={styles['changes']}>
            {changes.map((change, index) => (
              <div key={index}>
                <dt>{change.label}</dt>
                <dd>
                  {change.before !== null && <del>{named(change.before)}</del>}
                  {change.after !== null && <ins>{named(change.after)}</ins>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </BlockStack>
  );
}

function bySection(changes: readonly PolicyChange[]): ReadonlyMap<string, PolicyChange[]> {
  const sections = new Map<string, PolicyChange[]>();
  for (const change of changes) {
    sections.set(change.section, [...(sections.get(change.section) ?? []), change]);
  }
  return sections;
}
