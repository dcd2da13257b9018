import { check } from '../check.ts';
import { type Finding, finding } from '../finding.ts';

/** Whether the shop's own domain leads to this app: the published policy and cancelling as a guest. */
export const proxy = check('proxy', (answer): readonly Finding[] => {
  const { address, status, location, answeredBy, appUrl } = answer;
  if (status === null) return [finding('unknown', 'proxy_unreachable', { address })];
  if (answeredBy === appUrl) return [finding('ok', 'proxy_answers', { address })];
  if (answeredBy !== null) {
    return [finding('broken', 'proxy_elsewhere', { address, other: answeredBy, own: appUrl })];
  }
  // A development store shows its password page in front of everything.
  if (location !== null && /\/password(\?|$)/.test(location)) {
    return [finding('unknown', 'proxy_password', { address })];
  }
  return status >= 500
    ? [finding('broken', 'proxy_failing', { address, status })]
    : [finding('broken', 'proxy_missing', { address, status })];
});
