/** Orders that were cancelled before. */
import { cancel, CARD, DAY, HOUR, of, step, type Story, TRANSFER } from '../story.ts';

export const CANCELLED_STORIES: readonly Story[] = [
  {
    ago: 12 * DAY,
    who: 'pia',
    lines: [of('HP-BOWL')],
    pay: [CARD],
    then: [step(HOUR, cancel({ reason: 'INVENTORY', notifyCustomer: true }))],
  },
  {
    ago: 15 * DAY,
    who: 'jonas',
    lines: [of('HP-VASE', 2)],
    pay: [CARD],
    then: [step(HOUR, cancel({ reason: 'FRAUD', restock: true }))],
    more: { risk: [{ level: 'HIGH', provider: null, facts: [] }] },
  },
  {
    ago: 25 * DAY,
    who: 'theo',
    lines: [of('HP-CLOCK')],
    pay: [TRANSFER],
    then: [step(7 * DAY, cancel({ reason: 'DECLINED', refund: false }))],
  },
  {
    ago: 30 * DAY,
    who: 'amara',
    lines: [of('HP-BASKET')],
    pay: [CARD],
    then: [step(HOUR, cancel({ reason: 'STAFF', refund: false }))],
  },
];
