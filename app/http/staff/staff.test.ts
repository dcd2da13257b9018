import type { AppLoadContext } from '@remix-run/node';
import { describe, expect, it } from 'vitest';

import type { Platform } from '../../application/shared/platform.ts';
import { err, ok } from '../../domain/result.ts';
import { messagesIn } from '../../messages/messages.ts';
import { platformError } from '../../platform/client/platform-error.ts';
import { loader } from '../../routes/auth.$.tsx';
import { type Staff, authenticateAdmin, staffAccess, staffJson } from './staff.ts';
import { member } from '../../../tests/support/facts/staff-access.ts';

const SHOP = 'scenario.myshopify.com';

/** An app that trusts every token, on a platform that answers as told. */
const contextOf = (readStaffAccess: Platform['readStaffAccess']): AppLoadContext =>
  ({
    container: { platform: { readStaffAccess } },
    shopify: {
      authenticate: {
        admin: async () => ({
          session: { shop: SHOP },
          sessionToken: { iss: `https://${SHOP}/admin`, dest: `https://${SHOP}`, sub: '7' },
          cors: (response: Response) => response,
        }),
      },
    },
  }) as unknown as AppLoadContext;

async function signIn(request: Request, context: AppLoadContext): Promise<Staff> {
  let signedIn: Staff | null = null;
  await staffJson({ request, context }, async (staff) => {
    signedIn = staff;
    return new Response();
  });
  if (!signedIn) throw new Error('Nobody signed in');
  return signedIn;
}

const nobodyAsked = contextOf(() => Promise.reject(new Error('Nobody asked')));

describe('a signed-in staff member', () => {
  it('keeps the token that fetches bring in a header and documents in their address', async () => {
    const headers = { authorization: 'Bearer a.b.c' };
    const fetched = await signIn(
      new Request('https://unorder.example/x', { headers }),
      nobodyAsked,
    );
    expect(fetched).toMatchObject({ shop: SHOP, actor: { staffId: '7' }, sessionToken: 'a.b.c' });
    const opened = await signIn(
      new Request('https://unorder.example/x?id_token=d.e.f'),
      nobodyAsked,
    );
    expect(opened.sessionToken).toBe('d.e.f');
  });

  it.each([
    ['the admin’s, which names it when it opens the app', '?locale=en-GB', 'de', 'en-GB'],
    ['the one that App Bridge names with every later fetch', '', 'en-IE', 'en-IE'],
    ['the browser’s first that the app’s pages speak', '', 'zz, en-AU;q=0.2, xx;q=0.9', 'en-AU'],
    ['English, where they do not speak it', '?locale=zz', 'xx', 'en'],
    ['English, where nobody says', '', null, 'en'],
  ])('is spoken to in %s', async (_whose, query, acceptLanguage, locale) => {
    const request = new Request(`https://unorder.example/x${query}`, {
      headers: acceptLanguage === null ? {} : { 'accept-language': acceptLanguage },
    });
    const { messages } = await signIn(request, nobodyAsked);
    expect(messages).toMatchObject({ language: 'en', locale });
  });
});

describe('a token that names no shop', () => {
  const failing: AppLoadContext = {
    shopify: {
      authenticate: {
        // As the library does it.
        admin: async (request: Request) => new URL(request.headers.get('x-dest') ?? ''),
      },
    },
  } as unknown as AppLoadContext;
  const tokenOf = (dest: unknown): string =>
    `a.${Buffer.from(JSON.stringify({ dest })).toString('base64url')}.c`;

  it.each([7, null, 'scenario.myshopify.com', 'https://evil.example', { a: 1 }])(
    'is refused on every page and on the library’s own, not a failure: %j',
    async (dest) => {
      const request = new Request('https://unorder.example/auth/callback', {
        headers: { authorization: `Bearer ${tokenOf(dest)}`, 'x-dest': JSON.stringify(dest) },
      });
      for (const asked of [
        () => authenticateAdmin(request, failing),
        () => staffJson({ request, context: failing }, async () => new Response()),
        () => loader({ request, context: failing, params: {} }),
      ]) {
        const thrown: unknown = await asked().then(
          () => null,
          (error: unknown) => error,
        );
        expect(thrown).toHaveProperty('status', 401);
      }
    },
  );
});

describe('case 55: what a staff member may do', () => {
  const staff: Staff = {
    shop: SHOP as Staff['shop'],
    actor: { kind: 'staff', staffId: '7' },
    sessionToken: 'a.b.c',
    messages: messagesIn('en', 'staff'),
  };

  it('is asked of the platform with their own token', async () => {
    const asked: unknown[] = [];
    const access = member({ mayCancelOrders: false });
    const context = contextOf(async (...question) => {
      asked.push(question);
      return ok(access);
    });
    expect(await staffAccess({ context }, staff)).toEqual(ok(access));
    expect(asked).toEqual([[SHOP, 'a.b.c']]);
  });

  it.each([
    ['unauthorized', 'staff_may_not_cancel'],
    ['unavailable', 'platform_unavailable'],
    ['throttled', 'platform_unavailable'],
  ] as const)('is to look and not to act when the platform is %s', async (kind, code) => {
    const context = contextOf(async () => err(platformError(kind, null, 'No.')));
    expect(await staffAccess({ context }, staff)).toEqual(err({ code }));
  });
});
