import {
  Banner,
  BlockStack,
  Button,
  Card,
  InlineStack,
  ProgressBar,
  Select,
  Text,
} from '@shopify/polaris';
import { useState } from 'react';

import { useMessages } from '../../../components/messages/messages.tsx';
import type { PolicyDocument } from '../../../domain/policy/document/policy.ts';
import { DraftFaulty } from '../draft-faulty.tsx';
import { SimulationResult } from './simulation-result.tsx';
import type { Simulation } from './use-simulation.ts';

/** In minutes after the order. */
const TIMES = ['10', '30', '60', '360', '1440', '10080'] as const;

interface Props {
  readonly document: PolicyDocument | null;
  readonly onShowFaults: () => void;
  readonly simulation: Simulation;
}

/** The draft, run over the orders of the last 90 days. */
export function SimulationView({ document, onShowFaults, simulation }: Props) {
  const { t } = useMessages();
  const [minutes, setMinutes] = useState('30');
  const { state, result, error } = simulation;
  if (!document) return <DraftFaulty to="simulation" onShowFaults={onShowFaults} />;
  const isRunning = state === 'running';
  const isOutdated =
    result !== null &&
    !isRunning &&
    JSON.stringify(document) !== JSON.stringify(simulation.document);
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="400">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {t('simulation.title')}
            </Text>
            <Text as="p" tone="subdued">
              {t('simulation.text')}
            </Text>
          </BlockStack>
          <InlineStack gap="300" blockAlign="end">
            <div style={{ minWidth: '16rem' }}>
              <Select
                label={t('policy.preview.time')}
                options={TIMES.map((value) => ({ value, label: t(`simulation.after.${value}`) }))}
                value={minutes}
                onChange={setMinutes}
                disabled={isRunning}
              />
            </div>
            {isRunning ? (
              <Button onClick={simulation.stop}>{t('simulation.stop')}</Button>
            ) : (
              <Button
                variant="primary"
                onClick={() => simulation.run({ document, minutesAfterOrder: Number(minutes) })}
              >
                {t(state === 'none' ? 'simulation.run' : 'simulation.runAgain')}
              </Button>
            )}
          </InlineStack>
          {isRunning && <Progress simulation={simulation} />}
        </BlockStack>
      </Card>
      {error !== null && <Banner tone="critical">{error}</Banner>}
      {state === 'stopped' && result && <Banner tone="info">{t('simulation.stopped')}</Banner>}
      {isOutdated && <Banner tone="warning">{t('simulation.outdated')}</Banner>}
      {result && result.orders > 0 && <SimulationResult result={result} />}
      {result?.orders === 0 && state === 'done' && (
        <Banner tone="info">{t('simulation.noOrders')}</Banner>
      )}
    </BlockStack>
  );
}

function Progress({ simulation: { result } }: { readonly simulation: Simulation }) {
  const { t } = useMessages();
  const done = result?.orders ?? 0;
  const total = result?.total ?? null;
  const words =
    total === null
      ? t('simulation.progress', { done })
      : t('simulation.progressOf', { done, total });
  return (
    <BlockStack gap="200">
      <ProgressBar
        size="small"
        progress={total === null || total === 0 ? 0 : Math.min(100, (100 * done) / total)}
        ariaLabelledBy="simulation-progress"
      />
      <Text as="p" variant="bodySm" tone="subdued" id="simulation-progress">
        {words}
      </Text>
    </BlockStack>
  );
}
