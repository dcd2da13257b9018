import { createHmac, randomInt } from 'node:crypto';

import type { GuestSecrets } from '../../application/guest/ports.ts';

/** Digests keyed with the app's secret: a copy of the database alone gives away no contact and no code. */
export function createGuestSecrets(appSecret: string): GuestSecrets {
  const key = createHmac('sha256', appSecret).update('unorder guest digests').digest();
  return {
    newCode: () => String(randomInt(1_000_000)).padStart(6, '0'),
    digest: (shop, text) =>
      createHmac('sha256', key).update(`${shop}\n${text}`).digest('base64url'),
  };
}
