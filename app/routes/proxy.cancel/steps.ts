import { z } from 'zod';

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
    z.object({ step: z.literal('code'), challengeId: z.string().max(64), code: typed(20) }),
    z.object({ step: z.literal('view'), token }),
    z.object({ step: z.literal('withdraw'), token }),
    entered.extend({ step: z.literal('quote') }),
    entered.extend({
      step: z.literal('confirm'),
      known: z.string().max(40),
      shownAmount: z.string().max(40),
      shownCurrency: z.string().max(3),
    }),
  ])
  .transform((fields) =>
    fields.step === 'quote' || fields.step === 'confirm'
      ? { ...fields, taken: takenIn(fields) }
      : fields,
  );
export type Step = z.infer<typeof step>;

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
