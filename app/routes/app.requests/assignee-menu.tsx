import { ActionList, Button, Popover } from '@shopify/polaris';
import { useState } from 'react';

import { useAnswer } from '../../components/cancellation/use-answer.ts';
import { RefusalBanner } from '../../components/form/refusal-banner.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import type {
  RequestsView,
  WaitingCancellation,
} from '../../contract/list/cancellation-list-view.ts';

interface Props extends Pick<RequestsView, 'staff' | 'me'> {
  readonly waiting: WaitingCancellation;
}

/** Who looks after it, and whom it can be given to. */
export function AssigneeMenu({ waiting, staff, me }: Props) {
  const { t } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const { assignedTo, orderName, cancellation } = waiting;
  const answering = useAnswer(cancellation.id);
  const assign = (to: string | null) => {
    setOpen(false);
    void answering.send({ answer: 'assign', to });
  };
  const choices = [
    { id: me, content: t('requests.assign.me') },
    ...staff.filter(({ id }) => id !== me).map(({ id, name }) => ({ id, content: name })),
    { id: null, content: t('requests.assign.nobody') },
  ];
  const holder = assignedTo && nameOf(assignedTo, me, t);
  return (
    <>
      <RefusalBanner refusals={answering.refusals} />
      <Popover
        active={isOpen}
        onClose={() => setOpen(false)}
        autofocusTarget="first-node"
        activator={
          <Button
            variant="plain"
            disclosure={isOpen ? 'up' : 'down'}
            loading={answering.busy}
            onClick={() => setOpen(!isOpen)}
            accessibilityLabel={
              holder === null
                ? t('requests.assign.for', { order: orderName })
                : t('requests.assign.toFor', { name: holder, order: orderName })
            }
          >
            {holder === null
              ? t('requests.assign.button')
              : t('requests.assign.to', { name: holder })}
          </Button>
        }
      >
        <ActionList
          actionRole="menuitem"
          items={choices.map(({ id, content }) => ({
            content,
            active: id === (assignedTo?.id ?? null),
            onAction: () => assign(id),
          }))}
        />
      </Popover>
    </>
  );
}

function nameOf(
  { id, name }: NonNullable<WaitingCancellation['assignedTo']>,
  me: string,
  t: ReturnType<typeof useMessages>['t'],
): string {
  if (name !== null) return name;
  return t(id === me ? 'requests.assign.me' : 'requests.assign.unnamed');
}
