import { useEffect, useRef, useState } from 'react';

import { useMessages } from '../../messages/messages.tsx';
import {
  type StaffCancellationView,
  staffCancellationView,
} from '../../../contract/staff/staff-cancellation-view.ts';
import { lookAgainIn } from './progress-pace.ts';
import { sendJson } from '../../form/send-json.ts';

export interface LiveCancellation {
  readonly view: StaffCancellationView | null;
  /** The last look failed: what is shown may be older than what is true. */
  readonly stale: boolean;
}

/**
 * Follows a cancellation to its end, beginning with what the page was given. `onStatus` is called when it
 * enters another status: then the order itself may have changed too.
 */
export function useLiveCancellation(
  given: StaffCancellationView | null,
  onStatus: () => void,
): LiveCancellation {
  const messages = useMessages();
  const [seen, setSeen] = useState<{
    readonly after: StaffCancellationView;
    readonly view: StaffCancellationView;
  }>();
  const [looks, setLooks] = useState({ count: 0, failed: false });
  const change = useRef({ history: -1, at: 0 });
  const entered = useRef(onStatus);
  useEffect(() => {
    entered.current = onStatus;
  }, [onStatus]);

  // What the page is given anew is newer than what was seen before.
  const view = seen && seen.after === given ? seen.view : given;

  useEffect(() => {
    if (!given || !view) return;
    const now = Date.now();
    if (view.history.length !== change.current.history) {
      change.current = { history: view.history.length, at: now };
    }
    const pause = lookAgainIn(view, change.current.at, now);
    if (pause === null) return;
    let wanted = true;
    const look = async () => {
      const answer = await sendJson(
        messages,
        staffCancellationView,
        `/app/cancellations/${view.id}`,
      );
      if (!wanted) return;
      if (answer.ok) {
        setSeen({ after: given, view: answer.value });
        if (answer.value.status !== view.status) entered.current();
      }
      setLooks(({ count }) => ({ count: count + 1, failed: !answer.ok }));
    };
    const timer = setTimeout(() => void look(), pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [messages, given, view, looks]);

  return { view, stale: looks.failed };
}
