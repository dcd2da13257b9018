import { useEffect, useMemo, useRef } from 'preact/hooks';

import type { ShopperView } from '../../../../app/contract/shopper/shopper-view.ts';
import type { ShopperRequestBody } from '../../../../app/contract/shopper/shopper-bodies.ts';
import type { Situation } from '../../../shared/situation.ts';
import { useSituation } from '../../../shared/use-situation.ts';
import { nextLook } from './next-look.ts';
import { type OrderMark, useOrderMark } from './order-mark.ts';
import type { ShopperApi } from './shopper-api.ts';

export interface Cancellation extends Situation<ShopperView> {
  readonly request: (wanted: Omit<ShopperRequestBody, 'knownCancellationId'>) => Promise<void>;
  readonly withdraw: () => Promise<void>;
  readonly readAgain: () => Promise<void>;
}

/**
 * The order's cancellation, kept up to date, and what the shopper can do about it.
 *
 * @param mark by which the order's other targets hear what was done here, and the other way round
 */
export function useCancellation(api: ShopperApi, mark: OrderMark): Cancellation {
  const subject = useMemo(
    () => ({
      read: api.read,
      stateOf: (view: ShopperView) => view.cancellation,
      nextLook,
    }),
    [api],
  );
  const { send, catchUp, ...rest } = useSituation<ShopperView>(subject);
  useOrderMark(mark, catchUp);
  useTelling(mark, rest.view);
  const known = latestOf(rest.view);
  const sendAloud: typeof send = (sending, wanted) => {
    // The window may be closed before the answer is here: then nobody is left to say what it was.
    mark.say(null);
    return send(sending, wanted);
  };
  return {
    ...rest,
    request: (wanted) =>
      sendAloud(
        () => api.request({ ...wanted, knownCancellationId: known }),
        (view) => latestOf(view) !== known,
      ),
    withdraw: () => sendAloud(() => api.withdraw(), isWithdrawn),
  };
}

/** Whichever target sees the order change tells the others, which then need not look for it. */
function useTelling(mark: OrderMark, view: ShopperView | null): void {
  const situation = view === null ? null : situationOf(view);
  const seen = useRef(situation);
  useEffect(() => {
    const before = seen.current;
    seen.current = situation;
    if (before !== null && situation !== null && situation !== before) mark.say(situation);
  }, [mark, situation]);
}

/** What of a view matters to the others: a cancellation that is under way each of them follows by itself. */
const situationOf = (view: ShopperView): string =>
  JSON.stringify([latestOf(view), isWithdrawn(view), view.offer.available]);

/** The id of the order's newest cancellation: another one once something new was asked for. */
export const latestOf = (view: ShopperView | null): string | null => view?.cancellation?.id ?? null;

const isWithdrawn = ({ cancellation }: ShopperView) => cancellation?.status === 'withdrawn';
