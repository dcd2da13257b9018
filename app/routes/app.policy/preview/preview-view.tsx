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

import { useMessages } from '../../../components/messages/messages.tsx';
import { RefusalBanner } from '../../../components/form/refusal-banner.tsx';
import type { PolicyDocument } from '../../../domain/policy/document/policy.ts';
import type { PolicyPreviewView } from '../../../contract/policy/policy-view.ts';
import { languageName } from '../../../presentation/text/names.ts';
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

/** In minutes after the order. */
const TIMES = ['now', '0', '30', '120', '1440', '10080'] as const;

interface Props {
  readonly document: PolicyDocument | null;
  readonly onShowFaults: () => void;
  readonly trial: Trial;
  readonly onTry: (trial: Trial) => void;
}

/** A real order under the draft: what speaks for and against cancelling it, and what its customer would see. */
export function PreviewView({ document, onShowFaults, trial, onTry }: Props) {
  const { t, locale: readersLocale } = useMessages();
  const { locales } = useShop();
  const { order, asked, locale } = trial;
  const minutes = asked === 'now' ? null : Number(asked);
  const { view, refusals, busy, askAgain } = usePreview(
    document && order
      ? { orderNumber: order.number, document, minutesAfterOrder: minutes, locale }
      : null,
  );
  if (!document) return <DraftFaulty to="preview" onShowFaults={onShowFaults} />;
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="400">
          <Text as="p" tone="subdued">
            {t('policy.preview.intro')}
          </Text>
          <OrderPicker chosen={order} onChoose={(chosen) => onTry({ ...trial, order: chosen })} />
          <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
            <Select
              label={t('policy.preview.time')}
              options={TIMES.map((value) => ({ value, label: t(`policy.preview.at.${value}`) }))}
              value={asked}
              onChange={(time) => onTry({ ...trial, asked: time })}
            />
            <Select
              label={t('policy.language')}
              options={locales.map((code) => ({
                value: code,
                label: languageName(code, readersLocale),
              }))}
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
            <Button onClick={askAgain}>{t('policy.preview.again')}</Button>
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
  const { t } = useMessages();
  const [chosen, setChosen] = useState(0);
  const shown = windows[chosen] ?? windows[0];
  return (
    <Box paddingInline={{ xs: '400', sm: '0' }}>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingSm">
            {t('policy.preview.window.title')}
          </Text>
          {windows.length > 1 && (
            <ButtonGroup variant="segmented">
              {(['order', 'lines'] as const).map((scope, index) => (
                <Button
                  key={scope}
                  size="slim"
                  pressed={index === chosen}
                  onClick={() => setChosen(index)}
                >
                  {t(`policy.preview.window.${scope}`)}{' '}
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
