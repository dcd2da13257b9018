import { useMemo } from 'preact/hooks';

import type { ShopperView } from '../../../../app/contract/shopper/shopper-view.ts';
import type { ShopperRequestBody } from '../../../../app/contract/shopper/shopper-bodies.ts';
import type { Situation } from '../../../shared/situation.ts';
import { useSituation } from '../../../shared/use-situation.ts';
import { nextLook } from './next-look.ts';
import type { ShopperApi } from './shopper-api.ts';

export interface Cancellation extends Situation<ShopperView> {
  readonly request: (wanted: Omit<ShopperRequestBody, 'knownCancellationId'>) => Promise<void>;
  readonly withdraw: () => Promise<void>;
  readonly readAgain: () => Promise<void>;
}

/** The order's cancellation, kept up to date, and what the shopper can do about it. */
export function useCancellation(api: ShopperApi): Cancellation {
  const subject = useMemo(
    () => ({
      read: api.read,
      stateOf: (view: ShopperView) => view.cancellation,
      nextLook,
    }),
    [api],
  );
  const { send, ...rest } = useSituation<ShopperView>(subject);
  const known = latestOf(rest.view);
  return {
    ...rest,
    request: (wanted) =>
      send(
        () => api.request({ ...wanted, knownCancellationId: known }),
        (view) => latestOf(view) !== known,
      ),
    withdraw: () => send(() => api.withdraw(), isWithdrawn),
  };
}

/** The id of the order's newest cancellation: another one once something new was asked for. */
export const latestOf = (view: ShopperView | null): string | null => view?.cancellation?.id ?? null;

const isWithdrawn = ({ cancellation }: ShopperView) => cancellation?.status === 'withdrawn';
