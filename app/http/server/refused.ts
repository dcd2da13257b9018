import type { Refusal, RefusalCode } from '../../domain/refusal.ts';
import type { ShopperRefusal } from '../../contract/shopper/shopper-view.ts';
import type { RefusedBody } from '../../contract/refused-body.ts';
import type { BodyFault } from '../body/json-body.ts';

const STATUS: Readonly<Partial<Record<RefusalCode, number>>> = {
  order_not_found: 404,
  not_found: 404,
  data_request_not_found: 404,
  already_open: 409,
  amount_changed: 409,
  not_waiting_for_review: 409,
  too_late_to_stop: 409,
  choice_not_offered: 409,
  too_many_requests: 429,
  platform_unavailable: 503,
  order_unreadable: 409,
};
const REFUSED = 422;

/** The answer to a request whose use case refused it. */
export function refused(
  refusals: readonly Refusal[],
  inWords: (refusal: Refusal) => ShopperRefusal,
): Response {
  return refusedWith(statusOf(refusals), refusals.map(inWords));
}

/** The HTTP status of refusals: the first decides. */
export function statusOf([first]: readonly Refusal[]): number {
  return (first && STATUS[first.code]) ?? REFUSED;
}

/** The answer to a body that could not be read, in words for its sender. */
export const refusedBody = (
  { code }: BodyFault,
  inWords: (code: BodyFault['code']) => string,
): Response =>
  refusedWith(code === 'body_too_large' ? 413 : 422, [{ code, message: inWords(code) }]);

/** A JSON answer that names what stands against a request. */
export const refusedWith = (status: number, refusals: RefusedBody['refusals']): Response =>
  Response.json({ refusals } satisfies RefusedBody, { status });
