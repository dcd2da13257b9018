import { useMemo } from 'preact/hooks';

import type { StaffOrderView } from '../../../app/contract/staff/staff-view.ts';
import { type Kept, useSituation } from '../use-situation.ts';
import { nextLook } from './next-look.ts';
import type { StaffApi } from './staff-api.ts';

/** The order as staff see it, kept up to date. */
export function useStaffOrder(api: StaffApi): Kept<StaffOrderView> {
  const subject = useMemo(
    () => ({
      read: api.read,
      stateOf: ({ cancellation }: StaffOrderView) => cancellation?.steps ?? null,
      nextLook,
    }),
    [api],
  );
  return useSituation<StaffOrderView>(subject);
}

/** Whether a cancellation is on its way, so that no other can be started. */
export function isUnderWay({ cancellation }: StaffOrderView): boolean {
  return cancellation !== null && !cancellation.isFinal;
}
