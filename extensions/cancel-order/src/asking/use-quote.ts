import { useEffect, useState } from 'preact/hooks';

import type { ShopperQuote } from '../../../../app/contract/shopper/shopper-view.ts';
import type { ShopperQuoteBody } from '../../../../app/contract/shopper/shopper-bodies.ts';
import type { Answer } from '../../../shared/answer.ts';
import type { ShopperApi } from './shopper-api.ts';

/** What the present choice would bring, or why that is not known. */
export type Quoting =
  | { readonly kind: 'nothing_chosen' }
  | { readonly kind: 'waiting' }
  | Answer<ShopperQuote>;

/** Long enough for a second press of the same button, too short to be noticed as a wait. */
const PAUSE_MS = 250;

/**
 * Asks the app what a choice would bring, a moment after the last change. An answer for anything but the
 * present choice is dropped.
 *
 * @param known what the app said along with the offer; not asked again
 */
export function useQuote(
  api: ShopperApi,
  known: ShopperQuote | null,
  wanted: ShopperQuoteBody | null,
): { readonly quoting: Quoting; readonly askAgain: () => void } {
  const [round, setRound] = useState(0);
  const [answered, setAnswered] = useState<{
    readonly question: string;
    readonly answer: Answer<ShopperQuote>;
  } | null>(null);
  const isKnown =
    known !== null && wanted?.selection.kind === 'order' && wanted.method === known.method;
  const question = wanted === null || isKnown ? null : JSON.stringify([round, wanted]);

  useEffect(() => {
    if (question === null || wanted === null) return undefined;
    let isStale = false;
    const ask = async () => {
      const answer = await api.quote(wanted);
      if (!isStale) setAnswered({ question, answer });
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
    // The question stands for the request, which is a new object with every rendering.
  }, [api, question]);

  return { quoting: quoting(), askAgain: () => setRound((last) => last + 1) };

  function quoting(): Quoting {
    if (isKnown) return { kind: 'view', view: known };
    if (question === null) return { kind: 'nothing_chosen' };
    return answered?.question === question ? answered.answer : { kind: 'waiting' };
  }
}
