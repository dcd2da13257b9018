import { describe, expect, test } from 'vitest';

import type { Mail, MailContent } from '../application/mail/ports.ts';
import { money } from '../domain/money.ts';
import enMail from '../messages/en/mail.json' with { type: 'json' };
import { LANGUAGES } from '../messages/keys.generated.ts';
import { messagesIn } from '../messages/messages.ts';
import { mailAsHtml } from './mail-as-html.ts';
import { mailAsText } from './mail-as-text.ts';
import { textOf } from './mail.ts';

const eur = (minor: number) => money(minor, 'EUR');
const paid = (gatewayName: string, minor: number) => ({ gatewayName, amount: eur(minor) });

const cancelled = (
  changes: Partial<Extract<MailContent, { template: 'cancelled' }>> = {},
): MailContent => ({
  template: 'cancelled',
  items: null,
  fee: null,
  kept: null,
  refunds: [],
  byHand: [],
  released: [],
  storeCredit: null,
  onItsWay: false,
  note: null,
  ...changes,
});

const mail = (content: MailContent, changes: Partial<Mail> = {}): Mail => ({
  key: '00000000-0000-4000-8000-000000000001-cancelled',
  to: { email: 'casey@example.com', firstName: 'Casey' },
  shopName: 'Harbor & Pine',
  shopEmail: 'shop@example.com',
  storefrontUrl: 'https://harbor.example.com',
  orderName: '#1007',
  orderStatusUrl: 'https://shop.example.com/orders/7?key=a&b=c',
  locale: 'en',
  content,
  ...changes,
});

const text = (...given: Parameters<typeof mail>) => mailAsText(textOf(mail(...given)));
const html = (...given: Parameters<typeof mail>) => mailAsHtml(textOf(mail(...given)));
const { t: english } = messagesIn('en', 'mail');

describe('money is named for what it is', () => {
  test('a refund that was confirmed is sent; one that was not is on its way', () => {
    const refunds = [paid('Visa', 1_250), paid('Gift card', 1_000)];
    const sent = text(cancelled({ refunds }));
    expect(sent).toContain('Visa: €12.50');
    expect(sent).toContain('Gift card: €10.00');
    expect(sent).toContain(english('cancelled.refunded.sent'));
    const underWay = text(cancelled({ refunds, onItsWay: true }));
    expect(underWay).toContain(english('cancelled.refunded.onItsWay'));
    expect(underWay).not.toContain(english('cancelled.refunded.sent'));
  });

  test.each(LANGUAGES)('what the shop keeps is said beside the refund (%s)', (locale) => {
    const { t } = messagesIn(locale, 'mail');
    const sent = text(cancelled({ refunds: [paid('Visa', 2_000)], kept: eur(3_920) }), {
      locale,
    });
    expect(sent).toContain(t('cancelled.kept.heading'));
    expect(sent).toContain(t('cancelled.kept.label'));
    expect(sent).toContain(t('cancelled.kept.explanation'));
    expect(sent).toMatch(/39[.,]20/);
    expect(text(cancelled({ refunds: [paid('Visa', 2_000)] }), { locale })).not.toContain(
      t('cancelled.kept.label'),
    );
  });

  test.each(LANGUAGES)('store credit is called that, and how much (%s)', (locale) => {
    const { t } = messagesIn(locale, 'mail');
    const sent = text(cancelled({ storeCredit: eur(5_920) }), { locale });
    expect(sent).toContain(t('cancelled.storeCredit.heading'));
    expect(sent).toContain(t('cancelled.storeCredit.given'));
    expect(sent).toMatch(/59[.,]20/);
    expect(sent).not.toContain(t('cancelled.refunded.heading'));
  });

  test('money that was only reserved is never called a refund', () => {
    const sent = text(cancelled({ released: [paid('Visa', 2_000)] }));
    expect(sent).toContain(english('cancelled.released.heading'));
    expect(sent).toContain('€20.00');
    expect(sent).not.toContain(english('cancelled.refunded.heading'));
  });

  test('money that the shop hands back is never called sent', () => {
    const sent = text(cancelled({ byHand: [paid('Cash on Delivery', 900)] }));
    expect(sent).toContain(english('cancelled.byHand.explanation'));
    expect(sent).not.toContain(english('cancelled.refunded.sent'));
  });

  test('store credit is named as such', () => {
    const sent = text(cancelled({ storeCredit: eur(500) }));
    expect(sent).toContain('Store credit: €5.00');
    expect(sent).not.toContain(english('cancelled.refunded.heading'));
  });

  test('a fee that was kept is named, and what was cancelled of an order that goes on', () => {
    const items = [{ title: 'Enamel kettle, Sage', quantity: 2 }];
    const sent = text(cancelled({ items, fee: eur(250), refunds: [paid('Visa', 2_250)] }));
    expect(sent).toContain('Enamel kettle, Sage: 2 ×');
    expect(sent).toContain('Cancellation fee: €2.50');
    expect(sent).toContain('The rest of your order #1007 is processed as usual.');
  });

  test('case 5: a refund that failed is owned up to, with its amount', () => {
    const sent = text({ template: 'refund_failed', amount: eur(1_250) });
    expect(sent).toContain('€12.50');
    expect(sent).toContain('did not go through');
  });

  test('case 23: a request that waits for a bank promises what was paid and no amount', () => {
    const sent = text({ template: 'received', items: null, waitsFor: 'bank' });
    expect(sent).toContain('has not confirmed the payment yet');
    expect(sent).not.toContain('€');
  });

  test('case 61: a decline leads to the shop by mail, and to its return policy where goods are on their way', () => {
    const declined = { template: 'declined', items: null, nextStep: null, note: null } as const;
    const contact = 'mailto:shop@example.com?subject=%231007';
    const returns = 'https://harbor.example.com/policies/refund-policy';
    for (const draw of [text, html]) {
      const sent = draw({ ...declined, why: 'already_shipped' });
      expect(sent).toContain(contact);
      expect(sent).toContain(returns);
      const kept = draw({ ...declined, why: 'not_answered' });
      expect(kept).toContain(contact);
      expect(kept).not.toContain(returns);
      const told = draw({ ...declined, why: 'staff_declined', nextStep: 'return_it' });
      expect(told).toContain(returns);
      expect(draw({ ...declined, why: 'customer_withdrew' })).not.toContain('mailto:');
      expect(draw(cancelled({}))).not.toContain('mailto:');
    }
  });

  test('case 61: a declined request says what can be done instead', () => {
    const declined = {
      template: 'declined',
      items: null,
      why: 'staff_declined',
      note: null,
    } as const;
    expect(text({ ...declined, nextStep: 'return_it' })).toContain(
      'You can return the items once they arrive.',
    );
    expect(text({ ...declined, nextStep: 'wait_for_delivery' })).toContain('wait for the delivery');
  });

  test('where nothing comes back nothing is said of money', () => {
    const sent = text(cancelled());
    expect(sent).not.toMatch(/€|refund|charged/i);
  });
});

test('amounts are written as the customer’s country writes them', () => {
  const content = cancelled({ refunds: [paid('Visa', 123_450)] });
  expect(text(content, { locale: 'de-DE' })).toContain('1.234,50\u00a0€');
  expect(text(content, { locale: 'ja' })).toContain('€1,234.50');
});

test.each([
  ['de', 'de'],
  ['de-CH', 'de'],
  ['EN', 'en'],
  ['xx', 'en'],
  ['', 'en'],
  ['de_DE@evil', 'de'],
])('the locale %j is answered in %s', (locale, code) => {
  expect(messagesIn(locale, 'mail').language).toBe(code);
  expect(() => text(cancelled({ refunds: [paid('Visa', 1)] }), { locale })).not.toThrow();
});

const WHY = enMail.declined.why;

describe.each(LANGUAGES)('in %s', (code) => {
  const { t } = messagesIn(code, 'mail');

  test('every reason for a no is given in words', () => {
    for (const why of Object.keys(WHY) as (keyof typeof WHY)[]) {
      const sent = text(
        { template: 'declined', items: null, why, nextStep: null, note: null },
        { locale: code },
      );
      expect(sent).toContain('#1007');
      expect(sent).toContain(t(`declined.why.${why}`));
    }
  });

  test('the mail says who writes, about which order, and who reads the answer', () => {
    const sent = textOf(mail(cancelled(), { locale: code }));
    expect(sent.languageCode).toBe(code);
    expect(sent.subject).toContain('#1007');
    // In Japan nobody is called by the given name, and the family name is not known.
    expect(sent.greeting).toContain(code === 'ja' ? 'お客様' : 'Casey');
    expect(sent.closing).toContain('Harbor & Pine');
    expect(t('greeting.plain')).not.toMatch(/null|Casey/);
  });
});

test('what people wrote is text in the mail, never markup', () => {
  const evil = '<img src=x onerror="alert(1)">\n& \'quoted\'';
  const sent = html(cancelled({ note: evil, refunds: [paid('<b>Visa</b>', 1)] }), {
    shopName: '<script>alert(2)</script>',
    orderStatusUrl: 'https://shop.example.com/?a="><script>',
    to: { email: 'casey@example.com', firstName: '<i>Casey</i>' },
  });
  expect(sent).not.toMatch(/<(img|script|i|b)[\s>]/);
  expect(sent).toContain(
    '&lt;img src=x onerror=&quot;alert(1)&quot;&gt;<br>&amp; &#39;quoted&#39;',
  );
});

test('both forms of a mail say the same', () => {
  const content = cancelled({
    refunds: [paid('Visa', 1_250)],
    released: [paid('Mastercard', 700)],
    byHand: [paid('Cash', 300)],
    note: 'Sorry!',
  });
  const sent = textOf(mail(content));
  for (const rendered of [mailAsText(sent), mailAsHtml(sent)]) {
    for (const said of ['€12.50', '€7.00', '€3.00', 'Sorry!', 'View your order', '#1007']) {
      expect(rendered).toContain(said);
    }
  }
});

test('the HTML loads nothing from anywhere', () => {
  const sent = html(cancelled({ refunds: [paid('Visa', 1)] }));
  expect(sent).not.toMatch(/src=|url\(|<link|@import/);
});
