import { useMemo } from 'preact/hooks';

import type { ShopperRequestBody, ShopperView } from '../../../app/presentation/shopper-view.ts';
import type { Situation } from '../../shared/situation.ts';
import { useSituation } from '../../shared/use-situation.ts';
import { nextLook } from './next-look.ts';
import type { ShopperApi } from './shopper-api.ts';

export interface Cancellation extends Situation<ShopperView> {
  readonly request: (body: ShopperRequestBody) => Promise<void>;
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
  return {
    ...rest,
    request: (body) => send(() => api.request(body), isUnderWay),
    withdraw: () => send(() => api.withdraw(), isWithdrawn),
  };
}

/** Whether the order has a cancellation that was neither declined nor taken back. */
export function isUnderWay({ cancellation }: ShopperView): boolean {
  return (
    cancellation !== null &&
    cancellation.status !== 'declined' &&
    cancellation.status !== 'withdrawn'
  );
}

const isWithdrawn = ({ cancellation }: ShopperView) => cancellation?.status === 'withdrawn';
