import '@shopify/ui-extensions/preact';
import { render } from 'preact';
import { useState } from 'preact/hooks';

import { startedBulk } from '../../../app/contract/bulk/bulk-view.ts';
import { ask, orderNumberOf } from '../../shared/answer.ts';
import type { SituationError } from '../../shared/situation.ts';
import { ErrorBanner } from '../../shared/staff/error-banner.tsx';

/** **Cancel orders** for what is selected in the admin's list of orders: leads to the app's review of them. */
export default function cancelOrdersAction(): void {
  const orders = shopify.data.selected.map(({ id }) => orderNumberOf(id));
  render(<CancelOrders orders={orders} />, document.body);
}

/** Nothing is cancelled here: the app checks every order, shows what would be done, and asks for one press. */
function CancelOrders({ orders }: { orders: readonly string[] }) {
  const t = shopify.i18n.translate;
  const [bulkId, setBulkId] = useState<string | null>(null);
  const [error, setError] = useState<SituationError | null>(null);
  const [isAsking, setAsking] = useState(false);
  const start = async () => {
    setAsking(true);
    setError(null);
    const answer = await ask({
      method: 'POST',
      url: '/api/staff/bulk-cancellations',
      headers: { 'Accept-Language': t('language') },
      body: { orders },
      schema: startedBulk,
    });
    setAsking(false);
    if (answer.kind === 'view') setBulkId(answer.view.id);
    else
      setError(answer.kind === 'unreachable' ? { kind: 'unreachable', during: 'sending' } : answer);
  };
  return (
    <s-admin-action heading={t('name')} loading={isAsking}>
      <s-stack gap="base">
        {error !== null && <ErrorBanner error={error} t={t} />}
        <s-text>{bulkId === null ? t('chosen', { count: orders.length }) : t('checking')}</s-text>
      </s-stack>
      {bulkId === null ? (
        <s-button slot="primary-action" variant="primary" onClick={() => void start()}>
          {t('check')}
        </s-button>
      ) : (
        // In the admin, a relative address leads into the app.
        <s-button slot="primary-action" variant="primary" href={`/app/bulk/${bulkId}`}>
          {t('open')}
        </s-button>
      )}
      <s-button slot="secondary-actions" onClick={() => shopify.close()}>
        {t('close')}
      </s-button>
    </s-admin-action>
  );
}
