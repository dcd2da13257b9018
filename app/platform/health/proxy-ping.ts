import { z } from 'zod';

import type { Facts } from '../../domain/health/facts.ts';
import { ok } from '../../domain/result.ts';
import { SECOND } from '../../domain/time.ts';

const PATH = '/apps/unorder/ping';
const PATIENCE = 8 * SECOND;

/** What `app/routes/proxy.ping.tsx` answers. */
const ping = z.object({ app: z.literal('unorder'), address: z.string() });

/**
 * Goes the way that a shopper goes to the app's pages, by the shop's own domain.
 *
 * @param storefrontUrl the shop's, as the platform names it
 */
export async function pingProxy(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  storefrontUrl: string,
  appUrl: string,
): Promise<Facts<'proxy'>> {
  const address = storefrontUrl + PATH;
  try {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE),
    });
    const { status } = response;
    const answeredBy = status === 200 ? addressIn(await response.text()) : null;
    return ok({ address, status, location: response.headers.get('location'), answeredBy, appUrl });
  } catch (error) {
    // What a connection fails of; anything else is a mistake of ours.
    if (!(error instanceof TypeError) && !(error instanceof DOMException)) throw error;
    return ok({ address, status: null, location: null, answeredBy: null, appUrl });
  }
}

function addressIn(body: string): string | null {
  try {
    return ping.safeParse(JSON.parse(body)).data?.address ?? null;
  } catch {
    return null; // a page of the shop's, or of somebody else's app
  }
}
