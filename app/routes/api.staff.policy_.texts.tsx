import type { LoaderFunctionArgs } from '@remix-run/node';

import { staffJson } from '../http/staff/staff.ts';
import { messageBundle } from '../messages/messages.ts';

/** What the published policy says in a language, for the page on which staff read their draft as customers do. */
export const loader = (args: LoaderFunctionArgs) =>
  staffJson(args, async () => {
    const locale = new URL(args.request.url).searchParams.get('locale') ?? 'en';
    return Response.json(messageBundle(locale, 'policy'));
  });
