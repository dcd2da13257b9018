import { BlockStack, Card, Text } from '@shopify/polaris';

import { PolicyText } from '../../../components/storefront/policy-text.tsx';
import type { Policy } from '../../../domain/policy/document/policy.ts';
import { publishPolicy } from '../../../domain/policy/published/publish.ts';
import type { Messages } from '../../../messages/message-types.ts';
import { textOfPolicy } from '../../../presentation/policy/published-text.ts';
import { useShop } from '../fields/form-context.ts';
import styles from './published-text.module.css';

interface Props {
  readonly title: string;
  readonly policy: Policy;
  readonly messages: Messages<'policy'>;
  readonly note: string;
}

/** A policy as customers read it on the storefront. */
export function PublishedText({ title, policy, messages, note }: Props) {
  const { timeZone, collectionTitles } = useShop();
  const text = textOfPolicy(publishPolicy(policy), messages, {
    timeZone,
    collectionTitles: new Map(Object.entries(collectionTitles)),
  });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h3" variant="headingSm">
          {title}
        </Text>
        <div className={styles['text']} lang={text.language}>
          <PolicyText policy={text} version={note} headings={3} />
        </div>
      </BlockStack>
    </Card>
  );
}
