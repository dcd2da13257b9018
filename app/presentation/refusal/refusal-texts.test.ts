import { describe, expect, it } from 'vitest';

import type { CancellationId, LineItemId } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import type { Refusal, RefusalCode, RefusalOf } from '../../domain/refusal.ts';
import { LANGUAGES } from '../../messages/keys.generated.ts';
import { messagesIn } from '../../messages/messages.ts';
import { presentShopperRefusal } from './shopper-refusal.ts';
import { disagreementText, staffRefusalText } from './staff-refusal.ts';

const eur = (minor: number) => money(minor, 'EUR');
const lineItemId = 'gid://shopify/LineItem/1' as LineItemId;
const excluded: RefusalOf<'excluded'> = {
  code: 'excluded',
  exclusion: 'final_sale',
  matched: 'no-returns',
  wording: null,
  lineItemId,
};

/** Those with facts of their own; every other one is its code alone. */
const WITH_FACTS: readonly Refusal[] = [
  { code: 'window_closed', closedAt: Date.UTC(2026, 10, 22, 14, 5), timeZone: 'Europe/Berlin' },
  { code: 'no_rule_for_country', countryCode: 'PL' },
  { code: 'no_rule_for_country', countryCode: null },
  { code: 'only_whole_lines', lineItemId },
  excluded,
  { ...excluded, matched: null },
  { code: 'limit_reached', cancellations: 1, days: 30 },
  { code: 'units_already_sent', lineItemId, sent: 2 },
  { code: 'work_at_fulfillment_service', lineItemId },
  { code: 'bundle_cancels_together', groupTitle: 'Gift box' },
  { code: 'free_item_left', lineItemIds: [lineItemId] },
  { code: 'gift_card_redeemed', lineItemId },
  { code: 'too_many_units', lineItemId, available: 1 },
  { code: 'too_many_units', lineItemId, available: 0 },
  { code: 'too_many_lines', limit: 250 },
  { code: 'platform_disagrees', where: 'shipping_tax', ours: eur(100), theirs: eur(200) },
  { code: 'staff_refund_limit', limit: eur(5_000) },
  { code: 'staff_refund_limit_unnamed', currencyCode: 'USD' },
  { code: 'already_open', cancellationId: 'one' as CancellationId },
  { code: 'text_too_long', field: 'internal_note', limit: 2_000 },
  { code: 'amount_malformed' },
  { code: 'amount_above_maximum', maximum: eur(5_000) },
  { code: 'amount_changed', shown: eur(100), now: eur(200) },
  { code: 'too_many_requests', until: 0 },
];

const ALONE = [
  ...['policy_disabled', 'fulfillment_started', 'already_fulfilled', 'partly_fulfilled'],
  'label_bought',
  ...['already_cancelled', 'active_return', 'payment_pending', 'company_purchase'],
  ...['not_a_company_buyer', 'no_rule_for_buyer', 'only_whole_order', 'dispute_open'],
  ...['not_editable', 'point_of_sale', 'ready_for_pickup', 'older_than_orders_shown'],
  ...['nothing_selected', 'selection_malformed', 'method_not_offered', 'comment_needed'],
  ...['note_needed', 'proof_needed', 'staff_may_not_cancel', 'staff_may_not_override'],
  ...['staff_may_not_change_policy', 'staff_may_not_refund', 'staff_may_not_edit_orders'],
  ...['staff_may_not_see_customer_data', 'staff_may_not_see_health'],
  ...['data_request_not_found', 'order_not_found'],
  ...['already_declined', 'unknown_reason', 'amount_not_positive', 'overtaken'],
  ...['store_credit_needs_customer', 'not_found', 'not_waiting_for_review', 'too_late_to_stop'],
  ...['choice_not_offered', 'platform_unavailable', 'order_unreadable'],
] as RefusalCode[];

const all: readonly Refusal[] = [...WITH_FACTS, ...ALONE.map((code) => ({ code }) as Refusal)];

const english = messagesIn('en', 'staff');

describe('a refusal', () => {
  it.each(all)('$code says to staff what happened, with its facts', (refusal) => {
    const text = staffRefusalText(refusal, english);
    expect(text).toMatch(/^[A-Z0-9].{15,}\.$/s);
    expect(text).not.toMatch(/\{\{|undefined|null|\[object/);
  });

  it('tells staff times by the shop’s clocks, and counts in numbers of their language', () => {
    const told = (refusal: Refusal) =>
      staffRefusalText(refusal, english).replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(all.map(told)).toEqual(
      expect.arrayContaining([
        'The cancellation window closed on Nov 22, 2026, 3:05 PM (store time). You can still cancel the order.',
        'The customer has cancelled 1 order in 30 days, which is the policy’s limit. You can still cancel the order yourself.',
        'Keep the internal note to 2,000 characters.',
        'Only 1 unit of this line can still be cancelled.',
        'Excluded by the policy: final sale (no-returns). You can still cancel it yourself.',
        'Shopify calculates €2.00 for tax on shipping, not €1.00. Nothing was changed. Reload the page. If this remains, refund the order in Shopify.',
      ]),
    );
  });

  it.each([
    ['goods:Mug: large', 'Mug: large'],
    ['goods_tax:Mug', 'tax on Mug'],
    ['payment:Visa', 'the payment by Visa'],
    ['maximum', 'the maximum refund'],
    ['shipping_tax', 'tax on shipping'],
    // As it was stored before there were codes.
    ['line Mug: large: goods', 'Mug: large'],
    ['line Mug: tax', 'tax on Mug'],
    ['payment by Visa', 'the payment by Visa'],
    ['the maximum refund', 'the maximum refund'],
    ['duties', 'duties'],
    ['something newer', 'something newer'],
  ])('names what Shopify calculates otherwise: %s', (where, text) => {
    expect(disagreementText(where, english)).toBe(text);
  });

  it.each(LANGUAGES)('says to a customer what the window says, in %s', (language) => {
    const { t } = messagesIn(language, 'shopper');
    const told = all.map((refusal) => presentShopperRefusal(refusal, language));
    for (const { message } of told) expect(message).not.toMatch(/\{\{|undefined/);
    const said = Object.fromEntries(told.map(({ code, message }) => [code, message]));
    expect(said).toMatchObject({
      window_closed: t('refusals.window_closed'),
      excluded_final_sale: t('refusals.excluded_final_sale'),
      order_unreadable: t('refusals.order_unreadable'),
      overtaken: t('refusals.overtaken'),
    });
    // Of what only staff can meet, a customer learns whom to ask.
    for (const { code, message } of told.filter(({ code }) => code.startsWith('staff_'))) {
      expect([code, message]).toEqual([code, t('answers.contact_us')]);
    }
  });

  it('has the merchant’s own words before all others, in the customer’s language', () => {
    const wording = { label: 'Ask us.', translations: { de: 'Frag uns.', sv: 'Fråga oss.' } };
    const message = (locale: string) =>
      presentShopperRefusal({ ...excluded, wording }, locale).message;
    expect(['de-CH', 'sv', 'fr'].map(message)).toEqual(['Frag uns.', 'Fråga oss.', 'Ask us.']);
  });
});
