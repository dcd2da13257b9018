import { useRevalidator, useSearchParams } from '@remix-run/react';
import { SaveBar, useAppBridge } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Button, InlineStack, Tabs } from '@shopify/polaris';
import { ArrowLeftIcon } from '@shopify/polaris-icons';
import { useMemo, useState } from 'react';

import { useMessages } from '../../components/messages/messages.tsx';
import { RefusalBanner } from '../../components/form/refusal-banner.tsx';
import { TitledPage } from '../../components/frame/titled-page.tsx';
import type { PolicyPageView } from '../../contract/policy/policy-view.ts';
import { CompareView } from './compare/compare-view.tsx';
import { ConflictBanner } from './conflict-banner.tsx';
import { type FaultPlace, placeOf } from './draft/fault-places.ts';
import { FaultsBanner } from './faults-banner.tsx';
import { PolicyFormProvider } from './fields/form-context.ts';
import { type PolicyTab, TABS, paramsOf, placeIn } from './policy-places.ts';
import { FIRST_TRIAL, PreviewView } from './preview/preview-view.tsx';
import { RuleEditor } from './rule/rule-editor.tsx';
import { RulesView } from './rules/rules-view.tsx';
import { SimulationView } from './simulation/simulation-view.tsx';
import { useSimulation } from './simulation/use-simulation.ts';
import { useFieldFocus } from './use-field-focus.ts';
import { useLeaveGuard } from './use-leave-guard.ts';
import { usePolicyEditing } from './use-policy-editing.ts';
import { VersionsView } from './versions/versions-view.tsx';

/** What customers may cancel, until when, at what cost; tried out before it is saved. */
export function PolicyPage({ policy, versions, shop }: PolicyPageView) {
  const messages = useMessages();
  const { t } = messages;
  const shopify = useAppBridge();
  const revalidator = useRevalidator();
  const [params, setParams] = useSearchParams();
  const editing = usePolicyEditing(policy);
  const [wanted, setWanted] = useState<(FaultPlace & { readonly path: string }) | null>(null);
  const [trial, setTrial] = useState({ ...FIRST_TRIAL, locale: shop.locales[0] ?? 'en' });
  const { draft, base, faults, theirs } = editing;
  const place = placeIn(params);
  const form = useMemo(() => ({ faults, shop }), [faults, shop]);
  const simulation = useSimulation();
  useLeaveGuard(editing.isChanged);
  useFieldFocus(wanted, params);

  const show = (tab: PolicyTab) => setParams(paramsOf({ tab, ruleId: null }));
  const openRule = (ruleId: string) => setParams(paramsOf({ tab: 'rules', ruleId }));
  const goTo = (path: string) => {
    const found = placeOf(path, draft, messages);
    setParams(paramsOf({ tab: 'rules', ruleId: found.ruleId }));
    setWanted({ ...found, path });
  };
  const save = async () => {
    const saving = await editing.save();
    if (saving.outcome === 'faulty') goTo(saving.path);
    if (saving.outcome === 'saved') shopify.toast.show(t('policy.saved'));
  };
  const showFaults = () => {
    const path = editing.check();
    if (path !== null) goTo(path);
  };
  const trying = { document: editing.document, onShowFaults: showFaults };

  const position = draft.rules.findIndex(({ id }) => id === place.ruleId);
  const rule = draft.rules[position];

  return (
    <TitledPage title={t('policy.title')}>
      <SaveBar id="policy-save-bar" open={editing.isChanged} discardConfirmation>
        <button
          variant="primary"
          onClick={() => void save()}
          {...(editing.busy || revalidator.state !== 'idle' ? { loading: '' } : {})}
        >
          {t('policy.save')}{' '}
        </button>
        <button onClick={editing.discard}>{t('policy.discard')}</button>
      </SaveBar>
      <PolicyFormProvider value={form}>
        <BlockStack gap="400">
          {theirs && (
            <ConflictBanner
              before={base}
              theirs={theirs}
              busy={editing.busy}
              onDiscardMine={editing.discard}
              onSaveMine={() => void save()}
            />
          )}
          <RefusalBanner refusals={editing.refusals} />
          <FaultsBanner faults={faults} draft={draft} onGoTo={goTo} />
          {!shop.complete && <Banner tone="info">{t('policy.incomplete')}</Banner>}
          {rule ? (
            <BlockStack gap="400">
              <InlineStack>
                <Button variant="tertiary" icon={ArrowLeftIcon} onClick={() => show('rules')}>
                  {t('policy.allRules')}{' '}
                </Button>
              </InlineStack>
              <RuleEditor
                key={rule.id}
                rule={rule}
                path={`rules.${position}`}
                onChange={(change) => editing.changeRule(rule.id, change)}
                unfold={wanted}
              />
            </BlockStack>
          ) : (
            <Tabs
              tabs={TABS.map((tab) => ({
                id: tab,
                content: t(`policy.tab.${tab}`),
                panelID: `${tab}-panel`,
              }))}
              selected={TABS.indexOf(place.tab)}
              onSelect={(index) => show(TABS[index] ?? 'rules')}
            >
              <BlockStack gap="400">
                {place.tab === 'rules' && (
                  <RulesView
                    draft={draft}
                    onChange={editing.change}
                    onOpenRule={openRule}
                    unfold={wanted}
                  />
                )}
                {place.tab === 'preview' && (
                  <PreviewView {...trying} trial={trial} onTry={setTrial} />
                )}
                {place.tab === 'compare' && (
                  <CompareView {...trying} live={base} isChanged={editing.isChanged} />
                )}
                {place.tab === 'simulation' && (
                  <SimulationView {...trying} simulation={simulation} />
                )}
                {place.tab === 'versions' && (
                  <VersionsView
                    versions={versions}
                    inForce={base}
                    onRestore={(document) => {
                      editing.fillWith(document);
                      show('rules');
                    }}
                  />
                )}
              </BlockStack>
            </Tabs>
          )}
        </BlockStack>
      </PolicyFormProvider>
    </TitledPage>
  );
}
