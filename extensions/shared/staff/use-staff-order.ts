import { useMemo, useRef } from 'preact/hooks';

import type { StaffOrderViewRead } from '../../../app/contract/staff/staff-view.ts';
import { type Kept, useSituation } from '../use-situation.ts';
import { nextLook } from './next-look.ts';
import type { StaffApi } from './staff-api.ts';

export interface StaffOrder extends Kept<StaffOrderViewRead> {
  /**
   * Has the order looked at often, because the cancel window was opened from here. Nothing tells this page when
   * the window closes or what was done in it: it is another extension, and an extension's storage is its own.
   * https://shopify.dev/docs/api/admin-extensions/latest/target-apis/utility-apis/storage-api
   */
  readonly watchWindow: () => void;
}

/** The order as staff see it, kept up to date. */
export function useStaffOrder(api: StaffApi): StaffOrder {
  const openedWith = useRef<string | null | undefined>(undefined);
  const subject = useMemo(
    () => ({
      read: api.read,
      stateOf: ({ cancellation }: StaffOrderViewRead) => cancellation?.steps ?? null,
      nextLook: (view: StaffOrderViewRead, looks: number) =>
        nextLook(view, looks, openedWith.current === newestOf(view)),
    }),
    [api],
  );
  const kept = useSituation<StaffOrderViewRead>(subject);
  const { view, catchUp } = kept;
  const watchWindow = () => {
    if (view === null) return;
    openedWith.current = newestOf(view);
    catchUp();
  };
  return { ...kept, watchWindow };
}

const newestOf = ({ cancellation }: StaffOrderViewRead): string | null => cancellation?.id ?? null;

/** Whether a cancellation is on its way, so that no other can be started. */
export function isUnderWay({ cancellation }: StaffOrderViewRead): boolean {
  return cancellation !== null && !cancellation.isFinal;
}
