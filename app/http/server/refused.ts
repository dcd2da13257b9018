import type { Refusal, RefusalCode } from '../../domain/refusal.ts';
import type { RefusedBody, ShopperRefusal } from '../../contract/shopper/shopper-view.ts';
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

/** The answer to a body that could not be read. */
export function refusedBody({ code }: BodyFault): Response {
  return refusedWith(code === 'body_too_large' ? 413 : 422, [{ code, message: FAULTS[code] }]);
}

const FAULTS: Readonly<Record<BodyFault['code'], string>> = {
  body_too_large: 'Your text is too long. Please shorten it.',
  text_unreadable:
    'Your text holds a character that cannot be read. Please remove it, often the last emoji, and try again.',
  body_malformed: 'The request could not be understood. Reload the page and try again.',
};

/** A JSON answer that names what stands against a request. */
export const refusedWith = (status: number, refusals: RefusedBody['refusals']): Response =>
  Response.json({ refusals } satisfies RefusedBody, { status });
