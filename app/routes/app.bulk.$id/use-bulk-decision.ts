import { useRevalidator } from '@remix-run/react';
import { useState } from 'react';

import { sendJson } from '../../components/form/send-json.ts';
import { useMessages } from '../../components/messages/messages.tsx';
import { type BulkView, type DecideBulkBody, bulkView } from '../../contract/bulk/bulk-view.ts';
import type { StaffRefusal } from '../../contract/staff/staff-view.ts';

/** Decides about a bulk, and shows what is so then, whoever decided. */
export function useBulkDecision({ id }: Pick<BulkView, 'id'>) {
  const messages = useMessages();
  const { revalidate } = useRevalidator();
  const [isSending, setSending] = useState(false);
  const [refusals, setRefusals] = useState<readonly StaffRefusal[]>([]);
  return {
    isSending,
    refusals,
    async decide(body: DecideBulkBody): Promise<void> {
      setSending(true);
      const sent = await sendJson(messages, bulkView, `/api/staff/bulk-cancellations/${id}`, body);
      setSending(false);
      setRefusals(sent.ok ? [] : sent.refusals);
      revalidate();
    },
  };
}
