import {
  BlockStack,
  Box,
  Button,
  ButtonGroup,
  Card,
  InlineGrid,
  InlineStack,
  Select,
  SkeletonBodyText,
  Text,
} from '@shopify/polaris';
import { useState } from 'react';

import { RefusalBanner } from '../../../components/form/refusal-banner.tsx';
import type { PolicyDocument } from '../../../domain/policy/document/policy.ts';
import type { PolicyPreviewView } from '../../../contract/policy/policy-view.ts';
import { languageName } from '../../../presentation/policy/rule-words.ts';
import { DraftFaulty } from '../draft-faulty.tsx';
import { useShop } from '../fields/form-context.ts';
import { OrderPicker } from './order-picker.tsx';
import { usePreview } from './use-preview.ts';
import { Verdict } from './verdict.tsx';
import { WindowDrawing } from './window-drawing.tsx';

/** What is tried out; kept while another part of the page is looked at. */
export interface Trial {
  readonly order: { readonly number: string; readonly name: string } | null;
  readonly asked: string;
  readonly locale: string;
}

export const FIRST_TRIAL: Trial = { order: null, asked: 'now', locale: 'en' };

const TIMES = [
  { value: 'now', label: 'Now', minutes: null },
  { value: '0', label: 'Right after ordering', minutes: 0 },
  { value: '30', label: '30 minutes after ordering', minutes: 30 },
  { value: '120', label: '2 hours after ordering', minutes: 120 },
  { value: '1440', label: 'A day after ordering', minutes: 1440 },
  { value: '10080', label: 'A week after ordering', minutes: 10_080 },
] as const;

interface Props {
  readonly document: PolicyDocument | null;
  readonly onShowFaults: () => void;
  readonly trial: Trial;
  readonly onTry: (trial: Trial) => void;
}

/** A real order under the draft: what speaks for and against cancelling it, and what its customer would see. */
export function PreviewView({ document, onShowFaults, trial, onTry }: Props) {
  const { locales } = useShop();
  const { order, asked, locale } = trial;
  const minutes = TIMES.find(({ value }) => value === asked)?.minutes ?? null;
  const { view, refusals, busy, askAgain } = usePreview(
    document && order
      ? { orderNumber: order.number, document, minutesAfterOrder: minutes, locale }
      : null,
  );
  if (!document) return <DraftFaulty what="try it out" onShowFaults={onShowFaults} />;
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="400">
          <Text as="p" tone="subdued">
            Pick an order to see how your draft answers its customer. Nothing is saved or sent.
          </Text>
          <OrderPicker chosen={order} onChoose={(chosen) => onTry({ ...trial, order: chosen })} />
          <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
            <Select
              label="Time of request"
              options={TIMES.map(({ value, label }) => ({ value, label }))}
              value={asked}
              onChange={(time) => onTry({ ...trial, asked: time })}
            />
            <Select
              label="Language"
              options={locales.map((code) => ({ value: code, label: languageName(code) }))}
              value={locale}
              onChange={(code) => onTry({ ...trial, locale: code })}
            />
          </InlineGrid>
        </BlockStack>
      </Card>
      {refusals.length > 0 && (
        <BlockStack gap="200">
          <RefusalBanner refusals={refusals} />
          <InlineStack>
            <Button onClick={askAgain}>Try again</Button>
          </InlineStack>
        </BlockStack>
      )}
      {busy && !view && (
        <Card>
          <SkeletonBodyText lines={6} />
        </Card>
      )}
      {view && (
        <div aria-busy={busy} style={{ opacity: busy ? 0.6 : 1 }}>
          <InlineGrid columns={{ xs: 1, md: 2 }} gap="400" alignItems="start">
            <Verdict view={view} />
            <CustomersWindow windows={view.windows} />
          </InlineGrid>
        </div>
      )}
    </BlockStack>
  );
}

function CustomersWindow({ windows }: Pick<PolicyPreviewView, 'windows'>) {
  const [chosen, setChosen] = useState(0);
  const shown = windows[chosen] ?? windows[0];
  return (
    <Box paddingInline={{ xs: '400', sm: '0' }}>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingSm">
            What the customer sees
          </Text>
          {windows.length > 1 && (
            <ButtonGroup variant="segmented">
              {['Whole order', 'Choosing items'].map((label, index) => (
                <Button
                  key={label}
                  size="slim"
                  pressed={index === chosen}
                  onClick={() => setChosen(index)}
                >
                  {label}
                </Button>
              ))}
            </ButtonGroup>
          )}
        </InlineStack>
        {shown && <WindowDrawing picture={shown} />}
      </BlockStack>
    </Box>
  );
}
