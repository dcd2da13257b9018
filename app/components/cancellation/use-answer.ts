import { useRevalidator } from '@remix-run/react';
import { useState } from 'react';

import { useMessages } from '../messages/messages.tsx';
import type { CancellationAnswer } from '../../contract/staff/cancellation-answer.ts';
import type { StaffRefusal } from '../../contract/staff/staff-view.ts';
import { staffCancellationView } from '../../contract/staff/staff-cancellation-view.ts';
import { sendJson } from '../form/send-json.ts';

export interface Answering {
  readonly busy: boolean;
  readonly refusals: readonly StaffRefusal[];
  /** True when the answer was taken; the page's data is read again then. */
  send(answer: CancellationAnswer): Promise<boolean>;
  forget(): void;
}

/** Sends staff's decision about one cancellation. */
export function useAnswer(cancellationId: string): Answering {
  const messages = useMessages();
  const revalidator = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly StaffRefusal[]>([]);

  return {
    busy,
    refusals,
    forget: () => setRefusals([]),
    async send(answer) {
      setBusy(true);
      setRefusals([]);
      const sent = await sendJson(
        messages,
        staffCancellationView,
        `/app/cancellations/${cancellationId}`,
        answer satisfies CancellationAnswer,
      );
      setBusy(false);
      if (sent.ok) revalidator.revalidate();
      else setRefusals(sent.refusals);
      return sent.ok;
    },
  };
}
