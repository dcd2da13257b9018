import { useCallback, useEffect, useState } from 'react';

import { type Sent, sendJson } from '../../components/form/send-json.ts';
import { type StaffMessages, useMessages } from '../../components/messages/messages.tsx';
import { type HealthView, healthView } from '../../contract/shop/health-view.ts';
import type { StaffRefusal } from '../../contract/staff/staff-view.ts';
import { ok } from '../../domain/result.ts';
import { judged } from '../../domain/health/judge-health.ts';
import { finding, worstOf } from '../../domain/health/finding.ts';
import { presentCheck } from '../../presentation/shop/present-health.ts';

interface Looking {
  /** What was found last; null until the first answer. */
  readonly view: HealthView | null;
  readonly busy: boolean;
  readonly refusals: readonly StaffRefusal[];
  readonly lookAgain: () => void;
}

/** Has everything checked as soon as the page is there, and again on demand. */
export function useHealth(isAllowed: boolean): Looking {
  const messages = useMessages();
  const [view, setView] = useState<HealthView | null>(null);
  const [busy, setBusy] = useState(isAllowed);
  const [refusals, setRefusals] = useState<readonly StaffRefusal[]>([]);

  const settle = useCallback((sent: Sent<HealthView>) => {
    setBusy(false);
    if (sent.ok) setView(sent.value);
    else setRefusals(sent.refusals);
  }, []);

  useEffect(() => {
    if (!isAllowed) return undefined;
    let isOpen = true;
    void askForHealth(messages).then((sent) => isOpen && settle(sent));
    return () => {
      isOpen = false;
    };
  }, [isAllowed, messages, settle]);

  const lookAgain = () => {
    setBusy(true);
    setRefusals([]);
    void askForHealth(messages).then(settle);
  };
  return { view, busy, refusals, lookAgain };
}

async function askForHealth(messages: StaffMessages): Promise<Sent<HealthView>> {
  const [sent, isPlaced] = await Promise.all([
    sendJson(messages, healthView, '/api/staff/health'),
    themeShowsBlock(),
  ]);
  return sent.ok ? { ok: true, value: withTheme(sent.value, isPlaced, messages) } : sent;
}

const BLOCK = 'cancellation-policy';

/**
 * Whether the published theme shows the app's block, as only the admin around the page knows; null where it does
 * not say.
 *
 * @see https://shopify.dev/docs/api/app-home/apis/app
 */
async function themeShowsBlock(): Promise<boolean | null> {
  if (typeof shopify.app?.extensions !== 'function') return null;
  try {
    const known = await shopify.app.extensions();
    const blocks = known.flatMap((it) =>
      it.type === 'theme_app_extension' && it.handle === BLOCK ? [...it.activations] : [],
    );
    return blocks.some(
      (block) =>
        'activations' in block && Array.isArray(block.activations) && block.activations.length > 0,
    );
  } catch {
    return null; // which the page says: it cannot be known
  }
}

/** The same with what the admin knows of the theme; what the server could read stands where it knows nothing. */
function withTheme(
  view: HealthView,
  isPlaced: boolean | null,
  messages: StaffMessages,
): HealthView {
  const isSeen = view.checks.some(({ name, state }) => name === 'theme' && state !== 'unknown');
  if (isPlaced === null && isSeen) return view;
  const findings =
    isPlaced === null
      ? [finding('unknown', 'theme_unsaid')]
      : judged('theme', { theme: ok({ isPlaced }) }, Date.parse(view.lookedAt));
  const theme = presentCheck({ check: 'theme', findings }, messages);
  const checks = view.checks.map((each) => (each.name === 'theme' ? { ...each, ...theme } : each));
  return { ...view, checks, state: worstOf(checks) };
}
