import { useState } from 'react';
import type * as z from 'zod/mini';

import type { Json } from '../../contract/json.ts';
import type { StaffRefusal } from '../../contract/staff/staff-view.ts';
import { useMessages } from '../messages/messages.tsx';
import { type Sent, sendJson } from './send-json.ts';

export interface Sending {
  readonly isSending: boolean;
  /** What the last answer held against what was sent; empty when nothing did. */
  readonly refusals: readonly StaffRefusal[];
  /** As `sendJson`. */
  readonly send: <Schema extends z.core.$ZodType>(
    schema: Schema,
    path: string,
    body?: unknown,
  ) => Promise<Sent<Json<Schema>>>;
  /** What was refused is being changed. */
  readonly forget: () => void;
}

/** Sends something from a page, and keeps what the page shows of it: that it is on its way, or was refused. */
export function useSending(): Sending {
  const messages = useMessages();
  const [isSending, setSending] = useState(false);
  const [refusals, setRefusals] = useState<readonly StaffRefusal[]>([]);
  return {
    isSending,
    refusals,
    forget: () => setRefusals([]),
    send: async (schema, path, body) => {
      setSending(true);
      const sent = await sendJson(messages, schema, path, body);
      setSending(false);
      setRefusals(sent.ok ? [] : sent.refusals);
      return sent;
    },
  };
}
