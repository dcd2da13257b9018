import { Autocomplete, Icon } from '@shopify/polaris';
import { SearchIcon } from '@shopify/polaris-icons';
import { useEffect, useState } from 'react';

import { useMessages } from '../../../components/messages/messages.tsx';
import { sendJson } from '../../../components/form/send-json.ts';
import { type OrderRow, orderListView } from '../../../contract/list/order-list-view.ts';

interface Props {
  readonly chosen: Pick<OrderRow, 'number' | 'name'> | null;
  readonly onChoose: (order: Pick<OrderRow, 'number' | 'name'>) => void;
}

/** Typing is followed after this pause. */
const SEARCH_PAUSE_MS = 300;
const MOST_SHOWN = 10;

/** One of the shop's orders, found by number, customer name or e-mail. */
export function OrderPicker({ chosen, onChoose }: Props) {
  const messages = useMessages();
  const { t } = messages;
  const [typed, setTyped] = useState(chosen?.name ?? '');
  const [found, setFound] = useState<readonly OrderRow[] | null>(null);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    let outdated = false;
    const search = async () => {
      const sent = await sendJson(
        messages,
        orderListView,
        `/api/staff/orders?${new URLSearchParams({ query: typed.trim() })}`,
      );
      if (outdated) return;
      setError(sent.ok ? null : (sent.refusals[0]?.message ?? null));
      setFound(sent.ok ? sent.value.orders.slice(0, MOST_SHOWN) : []);
    };
    const timer = setTimeout(() => void search(), SEARCH_PAUSE_MS);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [typed, messages]);

  return (
    <Autocomplete
      options={(found ?? []).map((order) => ({ value: order.number, label: labelOf(order) }))}
      selected={chosen ? [chosen.number] : []}
      loading={found === null}
      emptyState={t('policy.preview.noOrder')}
      onSelect={([number]) => {
        const order = found?.find((known) => known.number === number);
        if (!order) return;
        setTyped(order.name);
        onChoose({ number: order.number, name: order.name });
      }}
      textField={
        <Autocomplete.TextField
          label={t('orders.column.order')}
          prefix={<Icon source={SearchIcon} />}
          placeholder={t('orders.search')}
          value={typed}
          onChange={setTyped}
          error={error ?? false}
          autoComplete="off"
        />
      }
    />
  );
}

const labelOf = ({ name, customerName, email, total }: OrderRow): string =>
  [name, customerName ?? email, total].filter((part) => part !== null).join(' · ');
