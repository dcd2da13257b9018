import { z } from 'zod';

import type { ChallengeId } from '../../application/guest/ports.ts';

const typed = (longest: number) => z.string().trim().min(1).max(longest);
const token = z.string().max(1_000);

/** A whole number of units; what is no number takes none. */
const units = z.string().transform((text) => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : 0));

const entered = z.looseObject({
  token,
  scope: z.enum(['order', 'lines']).optional(),
  method: z.enum(['original', 'store_credit']).optional(),
  reasonId: z.string().max(40).default(''),
  comment: z.string().default(''),
});

/** What the page's forms send, step by step. */
export const step = z
  .discriminatedUnion('step', [
    z.object({ step: z.literal('ask'), orderName: typed(64), contact: typed(254) }),
    z.object({ step: z.literal('code'), challengeId: z.guid(), code: typed(20) }),
    z.object({ step: z.literal('withdraw'), token }),
    entered.extend({
      step: z.literal('confirm'),
      known: z.string().max(40),
      shownAmount: z.string().max(40),
      shownCurrency: z.string().max(3),
    }),
  ])
  .transform((fields) =>
    fields.step === 'confirm' ? { ...fields, taken: takenIn(fields) } : fields,
  );
export type Step = z.infer<typeof step>;

/** What the page's address says it shows. */
export type Look =
  | { readonly at: 'start' }
  | { readonly at: 'code'; readonly challengeId: ChallengeId; readonly isWrong: boolean }
  | { readonly at: 'order'; readonly token: string; readonly chosen: Chosen | null };

/** What is to be cancelled and how it is refunded, as it was chosen. */
export type Chosen = Pick<z.infer<typeof entered>, 'scope' | 'method'> & {
  readonly taken: Readonly<Record<string, number>>;
};

/** Reads the page's address; what does not fit is not there. */
export function lookIn(parameters: URLSearchParams): Look {
  const order = token.min(1).safeParse(parameters.get('order'));
  if (order.success) {
    const fields = Object.fromEntries(parameters);
    const chosen = entered.omit({ token: true }).safeParse(fields);
    const isChosen = parameters.has(CHOSEN) && chosen.success;
    return {
      at: 'order',
      token: order.data,
      chosen: isChosen ? { ...chosen.data, taken: takenIn(fields) } : null,
    };
  }
  const challenge = z.guid().safeParse(parameters.get('challenge'));
  return challenge.success
    ? {
        at: 'code',
        challengeId: challenge.data,
        isWrong: parameters.has('wrong'),
      }
    : { at: 'start' };
}

/** The field that says that the rest of the address is a choice. */
export const CHOSEN = 'chosen';

const TAKE = 'take ';

/** How often each item is taken, by its key. */
function takenIn(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith(TAKE) ? [[name.slice(TAKE.length), units.parse(value)] as const] : [],
    ),
  );
}

/** The name of the field that says how often an item is taken. */
export const takeField = (itemKey: string): string => TAKE + itemKey;
