import { useLocation, useNavigation } from '@remix-run/react';
import { useEffect, useState } from 'react';

import type { Json } from '../../contract/json.ts';
import { waitingCount } from '../../contract/list/cancellation-list-view.ts';
import { MINUTE } from '../../domain/time.ts';
import type { Messages } from '../../messages/message-types.ts';
import { sendJson } from '../form/send-json.ts';
import { useMessages } from '../messages/messages.tsx';

type WaitingCount = Json<typeof waitingCount>;

/** How many wait for a person: asked on every way to another page and once a minute; null while it is not known. */
export function useWaitingCount(): WaitingCount | null {
  const messages = useMessages();
  const { pathname } = useLocation();
  const { state } = useNavigation();
  const [count, setCount] = useState<WaitingCount | null>(null);
  useEffect(() => {
    if (state !== 'idle') return;
    let wanted = true;
    const ask = async () => {
      const sent = await sendJson(messages, waitingCount, '/api/staff/requests/count');
      // A count that could not be read is left as it was: it only hints.
      if (wanted && sent.ok) setCount(sent.value);
    };
    void ask();
    const timer = setInterval(() => void ask(), MINUTE);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [messages, pathname, state]);
  return count;
}

/** The entry of the requests in the admin's navigation. */
export function requestsEntry(waiting: WaitingCount | null, { t }: Pick<Messages<'staff'>, 't'>) {
  if (!waiting || waiting.count === 0) return t('navigation.requests');
  const { count, hasMore } = waiting;
  return t(hasMore ? 'navigation.requestsMany' : 'navigation.requestsCounted', { count });
}
