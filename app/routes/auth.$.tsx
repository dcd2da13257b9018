import type { LoaderFunctionArgs } from '@remix-run/node';

import { authenticateAdmin } from '../http/staff/staff.ts';

/** The library's own pages: those that fetch a session token, leave the frame, or finish an installation. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  try {
    await authenticateAdmin(request, context);
  } catch (thrown) {
    // It throws for a destination that it does not lead to, as if that were a failure of the app's.
    const isLeaving = new URL(request.url).pathname === '/auth/exit-iframe';
    throw isLeaving && thrown instanceof Error ? new Response(null, { status: 400 }) : thrown;
  }
  return null;
}
