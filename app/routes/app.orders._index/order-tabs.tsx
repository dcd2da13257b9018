import {
  BlockStack,
  Box,
  Button,
  Checkbox,
  InlineStack,
  Tabs,
  Text,
  TextField,
} from '@shopify/polaris';
import { useNavigate, useRevalidator } from '@remix-run/react';
import { useState } from 'react';

import { useSending } from '../../components/form/use-sending.ts';
import { Dialog } from '../../components/form/dialog.tsx';
import { RefusalBanner } from '../../components/form/refusal-banner.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import { ORDER_LIST } from '../../application/order/order-search.ts';
import {
  type OrderViewBody,
  type OrdersPageView,
  orderViewAnswer,
} from '../../contract/list/order-list-view.ts';
import type { StaffRefusal } from '../../contract/staff/staff-view.ts';
import { listParams } from '../../presentation/list/list-query.ts';
import { type OrderTab, askedBy, orderTabs, tabOf } from '../../presentation/list/order-views.ts';

type Asked = 'add' | 'rename' | 'remove';

/** The views of the list: those that every shop has, the shop's and the person's own. */
export function OrderTabs({ query, views }: Pick<OrdersPageView, 'query' | 'views'>) {
  const { t } = useMessages();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked | null>(null);
  const change = useViewChange();
  const tabs = orderTabs(views);
  const at = tabOf(tabs, query);
  const tab = tabs[at];
  const text = askedBy(query);
  const isChanged = tab !== undefined && text !== askedBy(tab.query);
  const open = (chosen: OrderTab | undefined) =>
    chosen && navigate({ search: listParams(ORDER_LIST, chosen.query).toString() });
  return (
    <>
      <nav aria-label={t('orders.views.label')}>
        <Tabs
          tabs={tabs.map(({ id, builtIn, saved }) => ({
            id: `view-${id ?? 'all'}`,
            content: saved?.name ?? t(`orders.views.${builtIn ?? 'all'}`),
          }))}
          selected={at}
          onSelect={(index) => open(tabs[index])}
        />
      </nav>
      {(isChanged || tab?.saved) && (
        <Box paddingInline="300" paddingBlock="200">
          <InlineStack gap="200" blockAlign="center" align="start">
            {isChanged && (
              <>
                <Text as="span" variant="bodySm" tone="subdued">
                  {t('orders.views.unsaved')}
                </Text>
                {tab.saved && (
                  <Button
                    size="micro"
                    loading={change.isSending}
                    onClick={() =>
                      void change.send({ do: 'save', id: tab.saved?.id ?? '', query: text })
                    }
                  >
                    {t('orders.views.save')}
                  </Button>
                )}
                <Button size="micro" onClick={() => setAsked('add')}>
                  {t('orders.views.saveAs')}
                </Button>
              </>
            )}
            {tab?.saved && (
              <>
                <Button size="micro" variant="tertiary" onClick={() => setAsked('rename')}>
                  {t('orders.views.rename')}
                </Button>
                <Button
                  size="micro"
                  variant="tertiary"
                  tone="critical"
                  onClick={() => setAsked('remove')}
                >
                  {t('orders.views.delete')}
                </Button>
              </>
            )}
          </InlineStack>
          <RefusalBanner refusals={asked ? [] : change.refusals} />
        </Box>
      )}
      {asked === 'remove' && tab?.saved && (
        <RemoveView
          {...{ change }}
          view={tab.saved}
          onClose={() => setAsked(null)}
          onRemoved={() => open(tabs[0])}
        />
      )}
      {(asked === 'add' || asked === 'rename') && (
        <NameView
          {...{ change, asked, tab, text }}
          onClose={() => setAsked(null)}
          onAdded={(id) => navigate({ search: `${text === '' ? '' : `${text}&`}view=${id}` })}
        />
      )}
    </>
  );
}

interface ViewChange {
  readonly isSending: boolean;
  readonly refusals: readonly StaffRefusal[];
  /** Answers the changed view's id, or null where it was refused or is gone. */
  readonly send: (body: OrderViewBody) => Promise<{ readonly changed: string | null } | null>;
}

function useViewChange(): ViewChange {
  const messages = useMessages();
  const { revalidate } = useRevalidator();
  const { isSending, refusals, send } = useSending();
  return {
    isSending,
    refusals,
    async send(body) {
      const sent = await send(orderViewAnswer, '/api/staff/order-views', body);
      if (!sent.ok) return null;
      shopify.toast.show(messages.t(`orders.views.${body.do === 'remove' ? 'deleted' : 'saved'}`));
      revalidate();
      return sent.value;
    },
  };
}

interface NameProps {
  readonly change: ViewChange;
  readonly asked: 'add' | 'rename';
  readonly tab: OrderTab | undefined;
  /** What the view keeps. */
  readonly text: string;
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
}

function NameView({ change, asked, tab, text, onClose, onAdded }: NameProps) {
  const { t } = useMessages();
  const [name, setName] = useState(asked === 'rename' ? (tab?.saved?.name ?? '') : '');
  const [isShared, setShared] = useState(false);
  const [isPressed, setPressed] = useState(false);
  const isMissing = name.trim() === '';
  const keep = async () => {
    setPressed(true);
    if (isMissing) return;
    const done = await change.send(
      asked === 'add'
        ? { do: 'add', name: name.trim(), query: text, isShared }
        : { do: 'rename', id: tab?.saved?.id ?? '', name: name.trim() },
    );
    if (!done) return;
    onClose();
    if (asked === 'add' && done.changed !== null) onAdded(done.changed);
  };
  return (
    <Dialog
      title={t(`orders.views.${asked === 'add' ? 'saveAs' : 'rename'}`)}
      primaryAction={{
        content: t('orders.views.keep'),
        loading: change.isSending,
        onAction: () => void keep(),
      }}
      secondaryAction={{ content: t('orders.views.goBack'), onAction: onClose }}
      onClose={onClose}
    >
      <BlockStack gap="300">
        <RefusalBanner refusals={change.refusals} />
        <TextField
          label={t('orders.views.name')}
          value={name}
          onChange={setName}
          maxLength={40}
          autoComplete="off"
          {...(isPressed && isMissing ? { error: t('orders.views.nameMissing') } : {})}
        />
        {asked === 'add' && (
          <Checkbox label={t('orders.views.shared')} checked={isShared} onChange={setShared} />
        )}
      </BlockStack>
    </Dialog>
  );
}

interface RemoveProps {
  readonly change: ViewChange;
  readonly view: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

function RemoveView({ change, view, onClose, onRemoved }: RemoveProps) {
  const { t } = useMessages();
  const remove = async () => {
    if (!(await change.send({ do: 'remove', id: view.id }))) return;
    onClose();
    onRemoved();
  };
  return (
    <Dialog
      title={t('orders.views.delete')}
      summary={<Text as="p">{t('orders.views.deleteQuestion', { name: view.name })}</Text>}
      destructiveAction={{
        content: t('orders.views.delete'),
        loading: change.isSending,
        onAction: () => void remove(),
      }}
      secondaryAction={{ content: t('orders.views.goBack'), onAction: onClose }}
      onClose={onClose}
    >
      <BlockStack gap="200">
        <RefusalBanner refusals={change.refusals} />
        <Text as="p">{t('orders.views.deleteText')}</Text>
      </BlockStack>
    </Dialog>
  );
}
