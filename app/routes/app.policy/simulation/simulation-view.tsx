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

import type { PolicyDocument } from '../../../domain/policy/document/policy.ts';
import { DraftFaulty } from '../draft-faulty.tsx';
import { SimulationResult } from './simulation-result.tsx';
import type { Simulation } from './use-simulation.ts';

const TIMES = [
  { label: '10 minutes after ordering', value: '10' },
  { label: '30 minutes after ordering', value: '30' },
  { label: 'An hour after ordering', value: '60' },
  { label: 'Six hours after ordering', value: '360' },
  { label: 'A day after ordering', value: '1440' },
  { label: 'A week after ordering', value: '10080' },
];

interface Props {
  readonly document: PolicyDocument | null;
  readonly onShowFaults: () => void;
  readonly simulation: Simulation;
}

/** The draft, run over the orders of the last 90 days. */
export function SimulationView({ document, onShowFaults, simulation }: Props) {
  const [minutes, setMinutes] = useState('30');
  const { state, result, error } = simulation;
  if (!document) return <DraftFaulty what="simulate it" onShowFaults={onShowFaults} />;
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
              Test your draft on past orders
            </Text>
            <Text as="p" tone="subdued">
              All orders of the last 90 days, as if each customer had requested a cancellation.
              Nothing is changed or sent.
            </Text>
          </BlockStack>
          <InlineStack gap="300" blockAlign="end">
            <div style={{ minWidth: '16rem' }}>
              <Select
                label="Time of request"
                options={TIMES}
                value={minutes}
                onChange={setMinutes}
                disabled={isRunning}
              />
            </div>
            {isRunning ? (
              <Button onClick={simulation.stop}>Stop</Button>
            ) : (
              <Button
                variant="primary"
                onClick={() => simulation.run({ document, minutesAfterOrder: Number(minutes) })}
              >
                {state === 'none' ? 'Simulate' : 'Simulate again'}
              </Button>
            )}
          </InlineStack>
          {isRunning && <Progress simulation={simulation} />}
        </BlockStack>
      </Card>
      {error !== null && <Banner tone="critical">{error}</Banner>}
      {state === 'stopped' && result && (
        <Banner tone="info">Simulation stopped. These results are partial.</Banner>
      )}
      {isOutdated && (
        <Banner tone="warning">
          Your draft has changed. Simulate again to update the results.
        </Banner>
      )}
      {result && result.orders > 0 && <SimulationResult result={result} />}
      {result?.orders === 0 && state === 'done' && (
        <Banner tone="info">There are no orders in the last 90 days.</Banner>
      )}
    </BlockStack>
  );
}

function Progress({ simulation: { result } }: { readonly simulation: Simulation }) {
  const done = result?.orders ?? 0;
  const total = result?.total ?? null;
  const words =
    total === null
      ? `${done.toLocaleString('en')} orders`
      : `${done.toLocaleString('en')} of ${total.toLocaleString('en')} orders`;
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
