import * as z from 'zod/mini';

import { type AttentionChoice, NEXT_STEPS_FOR_CUSTOMER } from '../../domain/cancellation/events.ts';
import type { Json } from '../json.ts';
import { staffChoiceFields } from './staff-bodies.ts';

const ATTENTION_CHOICES = [
  'retry',
  'turn_back',
  'accept_amount',
  'settled_by_hand',
  'refund_as_store_credit',
  'refund_late_payment',
  'go_on_without_refund',
  'skip_mail',
  'skip_step',
] as const satisfies readonly AttentionChoice[];

/** Body of the POST by which staff answer a request or lead a cancellation on. */
export const cancellationAnswer = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('approve'), noteToCustomer: z.string() }),
  /** Approves what staff made of the request in the popup. */
  z.strictObject({ answer: z.literal('approve_changed'), ...staffChoiceFields }),
  /** Says which staff member looks after it; null for nobody. */
  z.strictObject({
    answer: z.literal('assign'),
    to: z.nullable(z.string().check(z.maxLength(64))),
  }),
  z.strictObject({
    answer: z.literal('decline'),
    noteToCustomer: z.string(),
    nextStep: z.enum(NEXT_STEPS_FOR_CUSTOMER),
  }),
  z.strictObject({
    answer: z.literal('resume'),
    choice: z.enum(ATTENTION_CHOICES),
    /** How money was handed over; empty for choices that hand none over. */
    proof: z.string(),
  }),
]);
export type CancellationAnswer = Json<typeof cancellationAnswer>;
