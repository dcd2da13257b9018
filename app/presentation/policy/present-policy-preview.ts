import type { PolicyPreview } from '../../application/policy/preview-policy.ts';
import { legacyNumberOf } from '../../domain/ids.ts';
import type { LineEvaluation } from '../../domain/policy/evaluation/evaluation.ts';
import type { PolicyPreviewView, PreviewLine } from '../../contract/policy/policy-view.ts';
import { presentShopperOrder } from '../shopper/present-shopper-order.ts';
import { reviewReasonWords } from '../cancellation/review-reason-words.ts';
import { countryName } from '../text/names.ts';
import { windowWords } from './rule-words.ts';
import { pictureOf, scopesOf } from '../shopper/window-picture.ts';
import { staffRefusalTexts } from '../refusal/staff-refusal.ts';
import type { Messages } from '../../messages/message-types.ts';

/**
 * An order under a draft: every reason for and against in staff's words, and the customer's own window.
 *
 * @param locale the customer's
 */
export function presentPolicyPreview(
  preview: PolicyPreview,
  locale: string,
  messages: Messages<'staff'>,
): PolicyPreviewView {
  const { order, evaluation, offer, askedAt } = preview;
  const shopper = presentShopperOrder(preview, locale, null);
  const reader = { locale, timeZone: order.shopTimeZone };
  const against = [
    ...evaluation.againstWholeOrder,
    ...(offer.available ? [] : offer.refusals.filter(({ code }) => code === 'already_open')),
  ];
  return {
    orderNumber: legacyNumberOf(order.id),
    orderName: order.name,
    askedAt: iso(askedAt),
    answer: offer.available
      ? evaluation.handling === 'automatic'
        ? 'at_once'
        : 'by_request'
      : 'not_possible',
    closesAt: evaluation.closesAt === null ? null : iso(evaluation.closesAt),
    reasonsFor: reasonsFor(preview, messages),
    reasonsAgainst: staffRefusalTexts(against, messages),
    reasonsToAsk: unique(
      evaluation.reviewReasons.map((reason) => reviewReasonWords(reason, messages)),
    ),
    lines: evaluation.lines.flatMap((line) => {
      const item = order.lines.find(({ id }) => id === line.lineItemId);
      return item ? [presentLine(line, item, messages)] : [];
    }),
    windows: scopesOf(shopper).map((scope) => pictureOf(shopper, reader, scope)),
  };
}

function presentLine(
  { cancellable, refusals, reviewReasons }: LineEvaluation,
  item: { readonly title: string; readonly currentQuantity: number },
  messages: Messages<'staff'>,
): PreviewLine {
  return {
    title: item.title,
    quantity: item.currentQuantity,
    cancellable,
    notes: unique([
      ...staffRefusalTexts(refusals, messages),
      ...reviewReasons.map((reason) => reviewReasonWords(reason, messages)),
    ]),
  };
}

/** What holds for the order of all that a policy asks for. */
function reasonsFor(
  { order, evaluation }: PolicyPreview,
  messages: Messages<'staff'>,
): readonly string[] {
  const { t, locale } = messages;
  const { rule, againstWholeOrder } = evaluation;
  if (!rule) return [];
  const against = new Set(againstWholeOrder.map(({ code }) => code));
  const open = [rule.instant, rule.request].filter((window) => window !== null);
  return [
    order.countryCode === null
      ? t('policyPreview.applies', { rule: rule.name })
      : t('policyPreview.appliesIn', {
          rule: rule.name,
          country: countryName(order.countryCode, locale),
        }),
    ...(against.has('window_closed') || against.has('fulfillment_started')
      ? []
      : open.map((window) =>
          t('policyPreview.windowOpen', { window: windowWords(window, messages) }),
        )),
    ...(SENT.some((code) => against.has(code)) ? [] : [t('policyPreview.nothingShipped')]),
    ...(against.has('excluded') ? [] : [t('policyPreview.nothingExcluded')]),
  ];
}

/** Something has left, or is about to. */
const SENT = ['already_fulfilled', 'label_bought', 'partly_fulfilled'] as const;

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
const iso = (at: number): string => new Date(at).toISOString();
