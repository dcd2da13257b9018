import { BlockStack, InlineStack, Spinner, Text } from '@shopify/polaris';

import { useMessages } from '../../components/messages/messages.tsx';
import type { WaitingCancellation } from '../../contract/list/cancellation-list-view.ts';
import type { AnswerResult } from './use-answer-all.ts';

interface Row {
  readonly waiting: WaitingCancellation;
  /** What would come back now; null where the answer gives nothing back. */
  readonly amount: string | null;
  /** Null for what takes no answer. */
  readonly result: AnswerResult | null;
  /** Why it takes none. */
  readonly against: string | null;
}

interface Props {
  readonly rows: readonly Row[];
  readonly doneText: string;
  readonly isBegun: boolean;
}

/** Each request of several with what is about to become of it, and then with what did. */
export function AnswerRows({ rows, doneText, isBegun }: Props) {
  return (
    <div role="status">
      <BlockStack gap="200">
        {rows.map(({ waiting, amount, result, against }) => (
          <BlockStack key={waiting.cancellation.id} gap="050">
            <InlineStack align="space-between" gap="200">
              <Text as="span" fontWeight="medium">
                {waiting.orderName}
                {waiting.customer !== null && ` · ${waiting.customer}`}
              </Text>
              <InlineStack gap="200" blockAlign="center">
                {amount !== null && (
                  <Text as="span" numeric>
                    {amount}
                  </Text>
                )}
                {isBegun && result && <Result result={result} doneText={doneText} />}
              </InlineStack>
            </InlineStack>
            {against !== null && <Problem text={against} />}
            {result?.is === 'refused' && <Refused why={result.why} />}
          </BlockStack>
        ))}
      </BlockStack>
    </div>
  );
}

function Result({
  result,
  doneText,
}: {
  readonly result: AnswerResult;
  readonly doneText: string;
}) {
  const { t } = useMessages();
  switch (result.is) {
    case 'working':
      return <Spinner size="small" accessibilityLabel={t('requests.several.working')} />;
    case 'done':
      return (
        <Text as="span" tone="success">
          {doneText}
        </Text>
      );
    case 'waiting':
      return (
        <Text as="span" tone="subdued">
          {t('requests.several.waiting')}
        </Text>
      );
    case 'refused':
      return null;
  }
}

function Refused({ why }: { readonly why: string }) {
  const { t } = useMessages();
  return <Problem text={t('requests.several.refused', { why })} />;
}

const Problem = ({ text }: { readonly text: string }) => (
  <Text as="p" tone="critical" variant="bodySm">
    {text}
  </Text>
);
