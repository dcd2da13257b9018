import { z } from 'zod';

import type { Clock } from '../../application/shared/clock.ts';
import type { Platform, PlatformResult } from '../../application/shared/platform.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { StaffAccess, StaffRole } from '../../domain/authority/staff-access.ts';
import { err, ok } from '../../domain/result.ts';
import { MINUTE } from '../../domain/time.ts';
import { type Fetch, createAdminClient } from '../client/admin-client.ts';
import { PROBE_REFUND_PERMISSION } from '../documents/shop/probe-refund-permission.ts';
import { platformError } from '../client/platform-error.ts';
import { freshFor } from '../client/remember.ts';
import { type AppCredentials, requestToken } from '../client/tokens/token-endpoint.ts';

export type ReadStaffAccess = Platform['readStaffAccess'];

/** How long a permission that was taken away may still be believed. */
const BELIEVED_FOR = 3 * MINUTE;

/** The scopes without which Shopify cancels and edits nothing. */
const SCOPE_TO_CANCEL = 'write_orders';
const SCOPE_TO_EDIT = 'write_order_edits';

const onlineToken = z.object({
  access_token: z.string().min(1),
  associated_user_scope: z.string(),
  associated_user: z.object({
    account_owner: z.boolean(),
    collaborator: z.boolean(),
    first_name: z.nullish(z.string()),
    last_name: z.nullish(z.string()),
  }),
});

/**
 * Asks Shopify what a staff member may do: an online token names its user and is limited to their permissions.
 * With it one question is asked that only somebody who may refund gets an answer to; the token itself is thrown
 * away, the app acts with its own.
 *
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/online-access-tokens
 */
export function createStaffAccess(
  options: AppCredentials & {
    readonly fetch: Fetch;
    readonly clock: Clock;
    /** Told how the staff member is called; what it does with that is nobody's to wait for. */
    readonly onNamed?: (shop: ShopDomain, staffId: string, name: string) => void;
  },
): ReadStaffAccess {
  const remembered = freshFor<StaffAccess>(BELIEVED_FOR, options.clock);
  return async (shop, sessionToken) => {
    const staffId = subjectOf(sessionToken);
    if (staffId === null) return err(NOBODY);
    return remembered(`${shop} ${staffId}`, () =>
      ask(options, shop, sessionToken, (name) => options.onNamed?.(shop, staffId, name)),
    );
  };
}

async function ask(
  options: AppCredentials & { readonly fetch: Fetch },
  shop: ShopDomain,
  sessionToken: string,
  onNamed: (name: string) => void,
): Promise<PlatformResult<StaffAccess>> {
  const answer = await requestToken(
    options,
    shop,
    {
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: sessionToken,
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      requested_token_type: 'urn:shopify:params:oauth:token-type:online-access-token',
    },
    onlineToken,
    'say what this staff member may do',
  );
  if (!answer.ok) return answer;
  const { associated_user: user, access_token: token } = answer.value;
  const name = [user.first_name, user.last_name].filter(Boolean).join(' ').trim();
  if (name !== '') onNamed(name);
  const scopes = answer.value.associated_user_scope.split(/[\s,]+/);
  const role = roleOf(user);
  const mayRefund = role === 'owner' ? ok(true) : await mayRefundOrders(options.fetch, shop, token);
  if (!mayRefund.ok) return mayRefund;
  return ok({
    role,
    mayCancelOrders: scopes.includes(SCOPE_TO_CANCEL),
    mayRefundOrders: mayRefund.value,
    mayEditOrders: scopes.includes(SCOPE_TO_EDIT),
  });
}

/**
 * Only what provably comes from behind the check of the permission counts as a yes: the platform looked for
 * the return and found none. No answer is no answer; any other is a no.
 */
async function mayRefundOrders(
  fetch: Fetch,
  shop: ShopDomain,
  onlineToken: string,
): Promise<PlatformResult<boolean>> {
  const tokens = { get: async () => ok(onlineToken), rejected: async () => undefined };
  const answer = await createAdminClient({ fetch, tokens }).send(shop, PROBE_REFUND_PERMISSION, {});
  if (answer.ok) return ok(true);
  const { code } = answer.error;
  if (code === 'RESOURCE_NOT_FOUND') return ok(true);
  return code === 'ACCESS_DENIED' ? ok(false) : answer;
}

function roleOf(user: z.infer<typeof onlineToken>['associated_user']): StaffRole {
  if (user.account_owner) return 'owner';
  return user.collaborator ? 'collaborator' : 'member';
}

const NOBODY = platformError(
  'unauthorized',
  'NO_SUBJECT',
  'The session token names no staff member.',
);

const claims = z.object({ sub: z.string().min(1) });

/** Whom a token is about: the key to remember them by, after the token has been verified. */
function subjectOf(sessionToken: string): string | null {
  const [, payload = ''] = sessionToken.split('.');
  try {
    const text = Buffer.from(payload, 'base64url').toString('utf8');
    return claims.safeParse(JSON.parse(text)).data?.sub ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
