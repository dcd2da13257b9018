import { useRevalidator } from '@remix-run/react';
import { SaveBar, useAppBridge } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Button, Text } from '@shopify/polaris';
import { useState } from 'react';

import { sendJson } from '../../components/send-json.ts';
import { RefusalBanner } from '../../components/refusal-banner.tsx';
import { TitledPage } from '../../components/titled-page.tsx';
import type { Policy } from '../../domain/policy/policy.ts';
import type { RefusedBody } from '../../presentation/shopper-view.ts';
import {
  type PolicyDraft,
  type PolicyFaults,
  draftOf,
  isChanged,
  readDraft,
} from './policy-draft.ts';
import { HandlingCard, MoneyAndStockCard, WhoCard, WindowCard } from './policy-cards.tsx';
import { ReasonsCard } from './reasons-card.tsx';

/** What customers may cancel, until when, and what then happens. */
export function SettingsPage({ policy }: { readonly policy: Policy }) {
  const shopify = useAppBridge();
  const revalidator = useRevalidator();
  const [draft, setDraft] = useState(() => draftOf(policy));
  const [faults, setFaults] = useState<PolicyFaults>({});
  const [refusals, setRefusals] = useState<RefusedBody['refusals']>([]);
  const [busy, setBusy] = useState(false);
  const conflict = refusals.some(({ code }) => code === 'policy_changed');

  const change = (changed: Partial<PolicyDraft>) => {
    setDraft((before) => ({ ...before, ...changed }));
    setFaults({});
  };
  const discard = () => {
    setDraft(draftOf(policy));
    setFaults({});
    setRefusals([]);
    if (conflict) revalidator.revalidate();
  };
  const save = async () => {
    if (busy) return;
    const read = readDraft(draft, policy);
    setFaults(read.ok ? {} : read.error);
    if (!read.ok) {
      shopify.toast.show('Some fields need a correction', { isError: true });
      return;
    }
    setBusy(true);
    setRefusals([]);
    const sent = await sendJson<Policy>('/api/staff/policy', {
      basedOn: policy.version,
      document: read.value,
    });
    setBusy(false);
    if (!sent.ok) {
      setRefusals(sent.refusals);
      return;
    }
    shopify.toast.show('Settings saved');
    revalidator.revalidate();
  };

  return (
    <TitledPage title="Settings">
      <SaveBar id="policy-save-bar" open={isChanged(draft, policy)}>
        <button
          variant="primary"
          onClick={() => void save()}
          {...(busy || revalidator.state !== 'idle' ? { loading: '' } : {})}
        >
          Save
        </button>
        <button onClick={discard}>Discard</button>
      </SaveBar>
      <BlockStack gap="400">
        {conflict ? (
          <Banner tone="warning" title="These settings were changed meanwhile">
            <BlockStack gap="300" inlineAlign="start">
              <Text as="p">
                Somebody else saved them while you were editing. Yours are still here, and not
                saved.
              </Text>
              <Button onClick={discard}>Discard mine and show theirs</Button>
            </BlockStack>
          </Banner>
        ) : (
          <RefusalBanner refusals={refusals} />
        )}
        <BlockStack gap="600">
          <WhoCard draft={draft} faults={faults} onChange={change} />
          <WindowCard draft={draft} faults={faults} onChange={change} />
          <HandlingCard draft={draft} faults={faults} onChange={change} />
          <MoneyAndStockCard draft={draft} faults={faults} onChange={change} />
          <ReasonsCard draft={draft} faults={faults} onChange={change} />
        </BlockStack>
      </BlockStack>
    </TitledPage>
  );
}
