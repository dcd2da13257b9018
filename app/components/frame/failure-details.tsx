import { Text } from '@shopify/polaris';

import { useMessages } from '../messages/messages.tsx';
import type { failureOf } from './failure-of.ts';

/** What to do about a failure, and the words by which support finds it. */
export function FailureDetails({
  nextStep,
  correlationId,
}: Pick<ReturnType<typeof failureOf>, 'nextStep' | 'correlationId'>) {
  const { t } = useMessages();
  return (
    <>
      <Text as="p">{nextStep}</Text>
      {correlationId && (
        <Text as="p" variant="bodySm">
          {t('problem.reference')} <code>{correlationId}</code>
        </Text>
      )}
    </>
  );
}
