import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { askedByStaff } from '../application/cancellation/open/asked-by-staff.ts';
import { openCancellation } from '../application/cancellation/open/open-cancellation.ts';
import { parseCancellationId } from '../domain/ids.ts';
import { staffCancelBody } from '../contract/staff/staff-bodies.ts';
import { withChoice } from '../http/staff/staff-choice.ts';
import { refusedToStaff, staffOrderAnswer, staffsOrderJson } from '../http/staff/staff-order.ts';

/** What the app's own pages and the admin's extensions show of an order. */
export const loader = (args: LoaderFunctionArgs) =>
  staffsOrderJson(args, (asked) => staffOrderAnswer(args, asked));

/** Starts a cancellation, or leads to the one that is under way; answers as the loader does. */
export const action = (args: ActionFunctionArgs) =>
  staffsOrderJson(args, (asked) =>
    withChoice(args, asked, staffCancelBody, async (choice, by) => {
      const { container } = args.context;
      const { shop, orderId } = asked;
      const known = parseCancellationId(choice.knownCancellationId ?? '');
      const asker = askedByStaff(by, { ...choice, known });
      const started = await openCancellation(container, shop, orderId, asker);
      return started.ok ? staffOrderAnswer(args, asked) : refusedToStaff(asked, started.error);
    }),
  );
