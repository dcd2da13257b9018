import { useEffect, useState } from 'react';

import { useMessages } from '../../components/messages/messages.tsx';
import { sendJson } from '../../components/form/send-json.ts';
import { type StaffQuote, type StaffRefusal, staffQuote } from '../../contract/staff/staff-view.ts';
import type { StaffQuoteBody } from '../../contract/staff/staff-bodies.ts';

/** What the choice as it stands would do, as far as it is known. */
export interface LiveQuote {
  /** The last good one: shown while the next is on its way. */
  readonly quote: StaffQuote;
  /** Everything against the choice; empty while that is not known. */
  readonly refusals: readonly StaffRefusal[];
  /** False while the choice has no answer yet. */
  readonly isCurrent: boolean;
  readonly askAgain: () => void;
}

/** Long enough that typing an amount does not ask for every digit. */
const PAUSE_MS = 300;

/**
 * Asks the server what a choice would do whenever it changes, beginning with the one the popup opens with.
 * Answers to what is no longer chosen are dropped.
 *
 * @param path where it is asked
 * @param choice null while nothing is chosen
 * @param first what is shown until the first answer
 */
export function useQuote(
  path: string,
  choice: StaffQuoteBody | null,
  first: StaffQuote,
): LiveQuote {
  const messages = useMessages();
  const [answer, setAnswer] = useState<{
    /** The choice it answers. */
    readonly to: string | null;
    readonly quote: StaffQuote;
    readonly refusals: readonly StaffRefusal[];
  }>({ to: null, quote: first, refusals: [] });
  const asked = choice && JSON.stringify(choice);
  const isOpening = answer.to === null;
  const isCurrent = asked !== null && answer.to === asked;

  useEffect(() => {
    if (asked === null || isCurrent) return;
    let wanted = true;
    const ask = async () => {
      const sent = await sendJson(messages, staffQuote, path, JSON.parse(asked));
      if (!wanted) return;
      setAnswer(({ quote }) =>
        sent.ok
          ? { to: asked, quote: sent.value, refusals: [] }
          : { to: asked, quote, refusals: sent.refusals },
      );
    };
    const timer = setTimeout(() => void ask(), isOpening ? 0 : PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [path, asked, isCurrent, isOpening, messages]);

  return {
    quote: answer.quote,
    refusals: isCurrent ? answer.refusals : [],
    isCurrent,
    askAgain: () => setAnswer((before) => ({ ...before, to: '', refusals: [] })),
  };
}
