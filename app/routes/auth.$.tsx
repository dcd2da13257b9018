import type { LoaderFunctionArgs } from '@remix-run/node';

/** The library's own pages: those that fetch a session token, leave the frame, or finish an installation. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await context.shopify.authenticate.admin(request);
  return null;
}
