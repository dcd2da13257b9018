import { DAY } from '../../time.ts';
import { check } from '../check.ts';
import { finding } from '../finding.ts';

/** A refresh token is good for 90 days and replaced every hour: one that is near its end is not being replaced. */
const NEAR_ITS_END = 30 * DAY;

/**
 * Whether the app can speak to the shop, and go on doing so.
 * Source: https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens
 */
export const tokens = check('tokens', (token, now) => {
  if (token === null) return [finding('broken', 'token_missing')];
  const { expiresAt, refreshTokenExpiresAt, wasRenewed } = token;
  if (expiresAt === null) return [finding('attention', 'token_lasting')];
  if (refreshTokenExpiresAt !== null && refreshTokenExpiresAt <= now) {
    return [finding('broken', 'token_ended', { date: { time: refreshTokenExpiresAt } })];
  }
  if (refreshTokenExpiresAt !== null && refreshTokenExpiresAt - now < NEAR_ITS_END) {
    return [finding('attention', 'token_ending', { date: { time: refreshTokenExpiresAt } })];
  }
  return [
    finding('ok', wasRenewed ? 'token_renewed' : 'token_good', { date: { time: expiresAt } }),
  ];
});
