import type { ShopperOrder } from '../../application/order/read-shopper-order.ts';
import { isFinal } from '../../domain/cancellation/state.ts';
import {
  leadsToReturn,
  mailToShop,
  returnPolicyUrl,
} from '../../domain/cancellation/choices/way-on.ts';
import type { ShopperView } from '../../contract/shopper/shopper-view.ts';

/** How customers reach a shop. */
export interface ShopContact {
  readonly email: string;
  /** Without a trailing slash. */
  readonly storefrontUrl: string;
}

type ToldNo = Pick<ShopperOrder, 'order' | 'cancellation' | 'offer'>;

/** Whether a customer was told no, by staff or by the policy: only then is the shop's contact worth a question. */
export const wasToldNo = ({ cancellation, offer }: Omit<ToldNo, 'order'>): boolean => {
  const state = cancellation?.state;
  if (state && !isFinal(state.status)) return false;
  return isDeclined(state) || (!offer.available && state?.cancelledAt == null);
};

/** What can be done instead. The texts say "contact us" and "see our return policy": these are the ways there. */
export function presentWayOn(view: ToldNo, contact: ShopContact): ShopperView['wayOn'] {
  if (!wasToldNo(view)) return null;
  const { order, cancellation, offer } = view;
  const why = cancellation?.state.turnedBack?.why;
  const nextStep = why?.code === 'staff_declined' ? why.nextStep : null;
  const codes = [
    ...(why ? [why.code] : []),
    ...(offer.available ? [] : offer.refusals.map(({ code }) => code)),
  ];
  const isToReturn = nextStep === 'return_it' || codes.some((code) => leadsToReturn(code));
  return {
    contactUrl: mailToShop(contact.email, order.name),
    returnsUrl: isToReturn ? returnPolicyUrl(contact.storefrontUrl) : null,
  };
}

const isDeclined = (state: NonNullable<ToldNo['cancellation']>['state'] | undefined): boolean =>
  state?.turnedBack?.ending === 'declined' || state?.turnedBack?.ending === 'expired';
