import { useEffect, useState } from 'react';

import { useMessages } from '../../../components/messages/messages.tsx';
import { sendJson } from '../../../components/form/send-json.ts';
import { policyTexts } from '../../../contract/policy/policy-texts.ts';
import type { StaffRefusal } from '../../../contract/staff/staff-view.ts';
import { messagesOf } from '../../../messages/i18n.ts';
import type { MessageBundle, Messages } from '../../../messages/message-types.ts';

type Fetched =
  | { readonly locale: string; readonly messages: Messages<'policy'> }
  | { readonly locale: string; readonly refusals: readonly StaffRefusal[] };

/** What the published policy says in a language; until that has arrived, what it said in the one before. */
export function usePolicyMessages(locale: string): {
  readonly messages: Messages<'policy'> | null;
  readonly refusals: readonly StaffRefusal[];
} {
  const staff = useMessages();
  const [fetched, setFetched] = useState<Fetched | null>(null);
  useEffect(() => {
    let isWanted = true;
    void sendJson(
      staff,
      policyTexts,
      `/api/staff/policy/texts?locale=${encodeURIComponent(locale)}`,
    ).then((sent) => {
      if (!isWanted) return;
      setFetched(
        sent.ok
          ? { locale, messages: messagesOf(sent.value as MessageBundle<'policy'>) }
          : { locale, refusals: sent.refusals },
      );
    });
    return () => {
      isWanted = false;
    };
  }, [locale, staff]);
  return {
    messages: fetched && 'messages' in fetched ? fetched.messages : null,
    refusals: fetched && 'refusals' in fetched ? fetched.refusals : [],
  };
}
