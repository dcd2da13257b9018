import { z } from 'zod';

/** Body of the POST by which staff answer a request or lead a cancellation on. */
export const cancellationAnswer = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('approve'), noteToCustomer: z.string() }),
  z.strictObject({ answer: z.literal('decline'), noteToCustomer: z.string() }),
  z.strictObject({
    answer: z.literal('resume'),
    choice: z.enum(['retry', 'turn_back', 'accept_amount', 'settled_by_hand', 'skip_mail']),
  }),
]);
export type CancellationAnswer = z.infer<typeof cancellationAnswer>;
