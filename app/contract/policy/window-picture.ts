import * as z from 'zod/mini';

import type { Json } from '../json.ts';

const choice = z.object({
  label: z.string(),
  choices: z.array(z.string()),
  /** Position of the chosen one. */
  chosen: z.number(),
});
export type WindowChoice = Json<typeof choice>;

const notice = z.object({ heading: z.string(), texts: z.array(z.string()) });
export type WindowNotice = Json<typeof notice>;

const item = z.object({
  name: z.string(),
  variant: z.nullable(z.string()),
  notes: z.array(z.string()),
  possible: z.boolean(),
});
export type WindowItem = Json<typeof item>;

const amountRow = z.object({ text: z.string(), amount: z.string(), strong: z.boolean() });
export type AmountRow = Json<typeof amountRow>;
const amountRows = z.array(amountRow);

/**
 * The shopper's window as it looks when it opens, in texts that are ready to be drawn. Words and amounts are
 * those of the window itself.
 */
export const windowPicture = z.object({
  heading: z.string(),
  language: z.string(),
  policyLink: z.string(),
  content: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('offer'),
      introduction: z.string(),
      /** Whole order or items; null when there is nothing to choose. */
      scope: z.nullable(choice),
      /** Why the order can't be cancelled as a whole; null when it can. */
      onlyItems: z.nullable(notice),
      items: z.array(item),
      method: z.nullable(choice),
      money: z.object({
        heading: z.string(),
        breakdown: amountRows,
        payments: amountRows,
        notes: z.array(z.string()),
      }),
      reason: z.object({ label: z.string(), choices: z.array(z.string()) }),
      comment: z.string(),
      confirm: z.string(),
      keep: z.string(),
    }),
    z.object({ kind: z.literal('notice'), notice, close: z.string() }),
  ]),
});
export type WindowPicture = Json<typeof windowPicture>;
