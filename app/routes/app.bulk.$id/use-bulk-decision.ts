import { useRevalidator } from '@remix-run/react';

import { useSending } from '../../components/form/use-sending.ts';
import { type BulkView, type DecideBulkBody, bulkView } from '../../contract/bulk/bulk-view.ts';

/** Decides about a bulk, and shows what is so then, whoever decided. */
export function useBulkDecision({ id }: Pick<BulkView, 'id'>) {
  const { revalidate } = useRevalidator();
  const { isSending, refusals, send } = useSending();
  return {
    isSending,
    refusals,
    async decide(body: DecideBulkBody): Promise<void> {
      await send(bulkView, `/api/staff/bulk-cancellations/${id}`, body);
      revalidate();
    },
  };
}
