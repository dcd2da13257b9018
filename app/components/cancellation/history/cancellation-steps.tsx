import { BlockStack, Box, Icon, InlineStack, Spinner, Text } from '@shopify/polaris';
import { AlertCircleIcon, CheckCircleIcon } from '@shopify/polaris-icons';

import { useMessages } from '../../messages/messages.tsx';
import type { StaffCancellationView } from '../../../contract/staff/staff-cancellation-view.ts';
import { DateTime } from '../../words/date-time.tsx';
import styles from './cancellation-steps.module.css';

type Step = StaffCancellationView['steps'][number];

interface Props {
  readonly steps: readonly Step[];
  /** False when nothing moves by itself now, so that nothing should turn either. */
  readonly moving: boolean;
}

/** The way of a cancellation, what is done and what is to come. */
export function CancellationSteps({ steps, moving }: Props) {
  const { t } = useMessages();
  return (
    <ol className={styles['steps']} aria-label={t('cancellation.steps.label')}>
      {steps.map((step) => (
        <li
          key={step.key}
          data-state={step.state}
          {...(step.state === 'current' ? { 'aria-current': 'step' as const } : {})}
        >
          <InlineStack gap="200" wrap={false} blockAlign="start">
            <Box minWidth="20px">
              <StepMark step={step} moving={moving} />
            </Box>
            <BlockStack gap="0">
              <Text
                as="span"
                fontWeight={step.state === 'current' ? 'semibold' : 'regular'}
                {...(step.state === 'todo' ? { tone: 'subdued' as const } : {})}
              >
                {step.label}
                {step.state === 'failed' ? null : (
                  <Text as="span" visuallyHidden>
                    {t(`cancellation.steps.state.${step.state}`)}
                  </Text>
                )}
              </Text>
              {step.state === 'failed' && (
                <Text as="span" variant="bodySm" tone="critical">
                  {t('cancellation.steps.failed')}
                </Text>
              )}
              {step.at === null ? null : (
                <Text as="span" variant="bodySm" tone="subdued">
                  <DateTime at={step.at} />
                </Text>
              )}
            </BlockStack>
          </InlineStack>
        </li>
      ))}
    </ol>
  );
}

function StepMark({ step, moving }: { readonly step: Step; readonly moving: boolean }) {
  switch (step.state) {
    case 'done':
      return <Icon source={CheckCircleIcon} tone="success" />;
    case 'failed':
      return <Icon source={AlertCircleIcon} tone="critical" />;
    case 'todo':
      return <Ring />;
    case 'current':
      return moving ? (
        <div className={styles['spinner']} aria-hidden>
          <Spinner size="small" />
        </div>
      ) : (
        <Ring />
      );
  }
}

function Ring() {
  return <span className={styles['ring']} aria-hidden />;
}
