import { describe, expect, it } from 'vitest';

import type { Mail, MailContent } from '../application/mail/ports.ts';
import { money } from '../domain/money.ts';
import { LANGUAGES } from '../messages/keys.generated.ts';
import { messagesIn } from '../messages/messages.ts';
import { mailAsHtml } from './mail-as-html.ts';
import { mailAsText } from './mail-as-text.ts';
import { textOf } from './mail.ts';

const eur = (minor: number) => money(minor, 'EUR');
const STATUS_PAGE = 'https://kettles.example.com/orders/7?key=a&b=c';
const REQUEST_PAGE = 'https://admin.example.com/orders/7';
const toStaff = {
  items: null,
  amount: eur(123_450),
  until: Date.UTC(2026, 11, 3, 22, 5),
  timeZone: 'Europe/Berlin',
  url: REQUEST_PAGE,
};

/** Every mail about a cancellation, with where it has to lead. */
const MAILS: readonly (readonly [MailContent, string])[] = [
  [
    {
      template: 'cancelled',
      items: [{ title: 'Kettle', quantity: 2 }],
      fee: eur(100),
      kept: eur(200),
      refunds: [{ gatewayName: 'Visa', amount: eur(123_450) }],
      byHand: [{ gatewayName: 'Cash', amount: eur(300) }],
      released: [{ gatewayName: 'Mastercard', amount: eur(400) }],
      storeCredit: eur(500),
      onItsWay: false,
      note: null,
    },
    STATUS_PAGE,
  ],
  [
    { template: 'declined', items: null, why: 'already_shipped', nextStep: null, note: null },
    STATUS_PAGE,
  ],
  [{ template: 'received', items: null, waitsFor: 'shop' }, STATUS_PAGE],
  [{ template: 'received', items: null, waitsFor: 'bank' }, STATUS_PAGE],
  [{ template: 'refund_failed', amount: eur(123_450) }, STATUS_PAGE],
  [{ template: 'request_waiting', ...toStaff }, REQUEST_PAGE],
  [{ template: 'deadline_near', ...toStaff }, REQUEST_PAGE],
];

const named = MAILS.map(([content, url]) => [content.template, content, url] as const);

const written = (content: MailContent, locale: string, changes: Partial<Mail> = {}) => {
  const sent = textOf({
    key: 'key',
    to: { email: 'casey@example.com', firstName: null },
    shopName: 'Kettles',
    shopEmail: 'shop@example.com',
    storefrontUrl: 'https://kettles.example.com',
    orderName: '#1007',
    orderStatusUrl: STATUS_PAGE,
    locale,
    content,
    ...changes,
  });
  return { sent, text: mailAsText(sent), html: mailAsHtml(sent) };
};

const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

describe.each(LANGUAGES)('in %s', (code) => {
  it.each(named)('the mail “%s” leads where it is about, in both forms', (_name, content, url) => {
    const { sent, text, html } = written(content, code);
    expect(sent.link?.label.length).toBeGreaterThan(1);
    expect(text).toContain(url);
    const links = linksIn(html);
    expect(links).toContain(url);
    for (const link of links) {
      expect(['https:', 'mailto:']).toContain(new URL(link).protocol);
      expect(text).toContain(link);
    }
  });

  it('a request for a part names what was asked for, and not the whole order', () => {
    const { t } = messagesIn(code, 'mail');
    const order = { order: '#1007' };
    const items = [{ title: 'Kettle', quantity: 2 }];
    const arrived = written({ template: 'received', items, waitsFor: 'shop' }, code);
    const why = 'already_shipped';
    const refused = written({ template: 'declined', items, why, nextStep: null, note: null }, code);
    expect(arrived.sent.intro).toBe(t('requestedPart.received', order));
    expect(refused.sent.subject).toBe(t('requestedPart.declined.subject', order));
    expect(refused.sent.intro).toContain(t('requestedPart.declined.intro', order));
    for (const { text } of [arrived, refused]) expect(text).toMatch(/Kettle\u00a0?: 2 ×/);
  });

  it.each(named)('the mail “%s” writes dates and amounts as people do', (_name, content) => {
    const { text } = written(content, code);
    const said = text.replaceAll(/(https|mailto):\S+/g, 'LINK');
    // Neither an instant as machines write it, nor an amount without its currency, nor what is missing.
    expect(said).not.toMatch(/\d{4}-\d\d-\d\d|UTC|\d{4}\.\d\d|undefined|\bnull\b|NaN|\[object/);
    expect(said).not.toMatch(/^ {2}.*[:：]\s*$/m);
    if (code === 'fr') expect(said).not.toMatch(/[^\s\d:]:/);
    if ('amount' in content || content.template === 'cancelled') {
      expect(said.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(AMOUNT[code]);
    }
    if ('until' in content) expect(said.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(UNTIL[code]);
  });
});

it.each([
  ['de', 1, 'bis zum 1. Dezember 2026 um 23:05'],
  ['fr', 1, 'd’ici le 1er décembre 2026 à 23:05'],
  ['it', 8, 'entro la scadenza (8 dicembre 2026 alle ore 23:05)'],
])('in %s, the %i. of a month stands in its sentence as people write it', (code, day, words) => {
  const until = Date.UTC(2026, 11, day, 22, 5);
  const { sent } = written({ template: 'deadline_near', ...toStaff, until }, code);
  expect(sent.intro.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(words);
});

/** 1,234.50 euros. */
const AMOUNT: Readonly<Record<string, string>> = {
  en: '€1,234.50',
  de: '1.234,50 €',
  fr: '1 234,50 €',
  es: '1234,50 €',
  it: '1234,50 €',
  nl: '€ 1.234,50',
  pl: '1234,50 €',
  ja: '€1,234.50',
};

/** Five past eleven in the evening of 3 December, on the shop's clocks. */
const UNTIL: Readonly<Record<string, string>> = {
  en: 'December 3, 2026 at 11:05 PM',
  de: '3. Dezember 2026 um 23:05',
  fr: '3 décembre 2026 à 23:05',
  es: '3 de diciembre de 2026 a las 23:05',
  it: '3 dicembre 2026 alle ore 23:05',
  nl: '3 december 2026 om 23:05',
  pl: '3 grudnia 2026 23:05',
  ja: '2026年12月3日 23:05',
};
