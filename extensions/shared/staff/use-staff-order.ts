import { useMemo } from 'preact/hooks';

import type { StaffOrderViewRead } from '../../../app/contract/staff/staff-view.ts';
import { type Kept, useSituation } from '../use-situation.ts';
import { nextLook } from './next-look.ts';
import type { StaffApi } from './staff-api.ts';

/** The order as staff see it, kept up to date. */
export function useStaffOrder(api: StaffApi): Kept<StaffOrderViewRead> {
  const subject = useMemo(
    () => ({
      read: api.read,
      stateOf: ({ cancellation }: StaffOrderViewRead) => cancellation?.steps ?? null,
      nextLook,
    }),
    [api],
  );
  return useSituation<StaffOrderViewRead>(subject);
}

/** Whether a cancellation is on its way, so that no other can be started. */
export function isUnderWay({ cancellation }: StaffOrderViewRead): boolean {
  return cancellation !== null && !cancellation.isFinal;
}
