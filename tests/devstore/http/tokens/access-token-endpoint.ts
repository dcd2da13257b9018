import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { App, Apps, OnlineTokenAnswer, TokenAnswer } from '../../world/contracts/contract.ts';
import { verifyAdminIdToken } from './session-token.ts';

/**
 * `POST /admin/oauth/access_token`: a session token, or a refresh token, for an access token.
 *
 * Sources: https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/token-exchange
 * and .../access-tokens/{offline,online}-access-tokens. Error codes those pages do not name are taken from
 * what shopify-api's library handles (`invalid_subject_token`), from developers' reports
 * (https://community.shopify.com/t/apis/337288 `missing_subject_token`,
 * https://community.shopify.dev/t/520-during-refresh-token-rotation-permanently-orphans-the-offline-access-token/35182
 * for the refused refresh), or else from https://www.rfc-editor.org/rfc/rfc6749#section-5.2.
 */
export interface AccessTokenEndpoint {
  apps: Apps;
  /** The real clock: session tokens are made and checked by browsers and apps that live in it. */
  realNow: () => number;
}

const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token';
const OFFLINE_TOKEN = 'urn:shopify:params:oauth:token-type:offline-access-token';
const ONLINE_TOKEN = 'urn:shopify:params:oauth:token-type:online-access-token';

const requestSchema = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  grant_type: z.string().optional(),
  subject_token: z.string().optional(),
  subject_token_type: z.string().optional(),
  requested_token_type: z.string().optional(),
  expiring: z.union([z.string(), z.number(), z.boolean()]).optional(),
  refresh_token: z.string().optional(),
});
type TokenRequest = z.infer<typeof requestSchema>;

interface Refusal {
  status: 400 | 401;
  error: string;
  description?: string;
}

/** The answer to a token request for `shop` with this parsed body. */
export function answerAccessTokenRequest(
  endpoint: AccessTokenEndpoint,
  shop: string,
  body: unknown,
): { status: number; body: Record<string, unknown> } {
  const result = decide(endpoint, shop, body);
  if ('staff' in result) return { status: 200, body: onlineTokenBody(result) };
  if ('accessToken' in result) return { status: 200, body: tokenBody(result) };
  const { status, error, description } = result;
  return {
    status,
    body: { error, ...(description === undefined ? {} : { error_description: description }) },
  };
}

function decide(
  endpoint: AccessTokenEndpoint,
  shop: string,
  body: unknown,
): TokenAnswer | OnlineTokenAnswer | Refusal {
  const parsed = requestSchema.safeParse(body);
  if (!parsed.success) return { status: 400, error: 'invalid_request' };
  const request = parsed.data;
  const app = endpoint.apps.get(request.client_id);
  if (app === null || !sameSecret(app.spec.clientSecret, request.client_secret)) {
    return { status: 401, error: 'invalid_client' };
  }
  switch (request.grant_type) {
    case TOKEN_EXCHANGE:
      return exchange(endpoint, app, shop, request);
    case 'refresh_token':
      return refresh(endpoint, app, shop, request);
    default:
      return {
        status: 400,
        error: 'unsupported_grant_type',
        description: `Not simulated: grant_type ${request.grant_type ?? '(none)'}`,
      };
  }
}

function exchange(
  { apps, realNow }: AccessTokenEndpoint,
  app: App,
  shop: string,
  request: TokenRequest,
): TokenAnswer | OnlineTokenAnswer | Refusal {
  if (!request.subject_token) return { status: 400, error: 'missing_subject_token' };
  if (request.subject_token_type !== ID_TOKEN) {
    return { status: 400, error: 'invalid_request', description: 'Unknown subject_token_type' };
  }
  const wanted = request.requested_token_type;
  if (wanted !== OFFLINE_TOKEN && wanted !== ONLINE_TOKEN) {
    return {
      status: 400,
      error: 'invalid_request',
      description: `Not simulated: requested_token_type ${wanted ?? '(none)'}`,
    };
  }
  const claims = verifyAdminIdToken(app.spec, request.subject_token, realNow());
  if (claims === null || claims.shop !== shop) {
    return { status: 400, error: 'invalid_subject_token' };
  }
  const { clientId } = app.spec;
  if (wanted === ONLINE_TOKEN) {
    const answer = apps.issueOnlineToken({ clientId, shop, staffId: Number(claims.staffUserId) });
    if (!('error' in answer)) return answer;
    const stranger = answer.error === 'no_such_staff_member';
    return { status: 400, error: stranger ? 'invalid_subject_token' : answer.error };
  }
  const expiring = ['1', 'true'].includes(String(request.expiring ?? '0'));
  const answer = apps.issueToken({ clientId, shop, expiring });
  return 'error' in answer ? { status: 400, error: answer.error } : answer;
}

function refresh(
  { apps }: AccessTokenEndpoint,
  app: App,
  shop: string,
  request: TokenRequest,
): TokenAnswer | Refusal {
  const answer = apps.refreshToken({
    clientId: app.spec.clientId,
    shop,
    refreshToken: request.refresh_token ?? '',
  });
  if ('error' in answer) {
    return {
      status: 401,
      error: 'invalid_request',
      description: 'This request requires an active refresh_token',
    };
  }
  return answer;
}

function tokenBody(answer: TokenAnswer): Record<string, unknown> {
  return {
    access_token: answer.accessToken,
    scope: answer.scope,
    ...(answer.expiresIn === null ? {} : { expires_in: answer.expiresIn }),
    ...(answer.refreshToken === null
      ? {}
      : {
          refresh_token: answer.refreshToken,
          refresh_token_expires_in: answer.refreshTokenExpiresIn,
        }),
  };
}

function onlineTokenBody(answer: OnlineTokenAnswer): Record<string, unknown> {
  const { staff } = answer;
  return {
    access_token: answer.accessToken,
    scope: answer.scope,
    expires_in: answer.expiresIn,
    associated_user_scope: answer.associatedUserScopes.join(','),
    associated_user: {
      id: staff.id,
      first_name: staff.firstName,
      last_name: staff.lastName,
      email: staff.email,
      email_verified: true,
      account_owner: staff.accountOwner,
      locale: staff.locale,
      collaborator: staff.collaborator ?? false,
    },
  };
}

function sameSecret(expected: string, given: string): boolean {
  const a = Buffer.from(expected);
  const b = Buffer.from(given);
  return a.length === b.length && timingSafeEqual(a, b);
}
