/** The inputs that `refundCreate` and `Order.suggestedRefund` share. */
import type { RestockType } from '../../world/model.ts';
import type { WantedRefunds } from '../../world/money/valuation.ts';
import { readId } from './ids.ts';

export type RefundLineInputs =
  | readonly {
      readonly lineItemId: string;
      readonly quantity: number;
      readonly restockType?: RestockType | null;
      readonly locationId?: string | null;
    }[]
  | null;

export type RefundDutyInputs =
  | readonly { readonly dutyId: string; readonly refundType?: 'FULL' | 'PROPORTIONAL' | null }[]
  | null;

export function readRefundLines(inputs: RefundLineInputs | undefined): WantedRefunds['lines'] {
  return (inputs ?? []).map((line) => ({
    lineItemId: readId('LineItem', line.lineItemId),
    quantity: line.quantity,
    restockType: line.restockType ?? 'NO_RESTOCK',
    locationId: line.locationId == null ? null : readId('Location', line.locationId),
  }));
}

export function readRefundDuties(inputs: RefundDutyInputs | undefined): WantedRefunds['duties'] {
  return (inputs ?? []).map((duty) => ({
    dutyId: readId('Duty', duty.dutyId),
    refundType: duty.refundType ?? 'PROPORTIONAL',
  }));
}
