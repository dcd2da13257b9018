import { describe, expect, it } from 'vitest';
import { mutationsOf, richPolicy } from '../../../tests/support/facts/policy-mutations.ts';
import { policy, rule } from '../../../tests/support/facts/policies.ts';
import { DEFAULT_POLICY } from '../../messages/default-policy.ts';
import type { Policy, Rule, Window } from '../../domain/policy/document/policy.ts';
import { publishPolicy } from '../../domain/policy/published/publish.ts';
import english from '../../messages/en/policy.json' with { type: 'json' };
import { LANGUAGES } from '../../messages/keys.generated.ts';
import type { Language } from '../../messages/message-types.ts';
import { messagesIn } from '../../messages/messages.ts';
import { textOfPolicy } from './published-text.ts';

const SHOP = { timeZone: 'Europe/Berlin', collectionTitles: new Map<string, string>() };
const published = (policy: Policy, locale: string, shop: typeof SHOP) =>
  textOfPolicy(publishPolicy(policy), messagesIn(locale, 'policy'), shop);
const rich: Policy = { ...richPolicy(), version: 3 };

const sentences = (policy: Policy, locale: string, shop = SHOP): readonly string[] => {
  const { title, introduction, rules, sections } = published(policy, locale, shop);
  return [
    title,
    ...introduction,
    ...rules.flatMap(({ heading, sections: ofRule }) => [
      ...(heading === null ? [] : [heading]),
      ...ofRule.flatMap((section) => [section.heading, ...section.sentences]),
    ]),
    ...sections.flatMap((section) => [section.heading, ...section.sentences]),
  ];
};

/** Kinds of exclusions whose values customers read. */
const WITH_VALUES = ['product_type', 'collection', 'sales_channel', 'payment_method'];

/** How a window reads that only the shipment ends, only the work, and the earlier of a time and the shipment. */
const ENDS: Readonly<Record<Language, readonly [string, string, string]>> = {
  en: [
    'cancel immediately until your order is sent.',
    'cancel immediately until we start preparing your order.',
    'up to 2 hours after ordering or until your order is sent, whichever comes first.',
  ],
  de: [
    'sofort stornieren: bis zum Versand.',
    'sofort stornieren: bis wir mit der Bearbeitung beginnen.',
    'bis zu 2 Stunden nach der Bestellung oder bis zum Versand, je nachdem, was zuerst eintritt.',
  ],
  fr: [
    'annuler immédiatement jusqu’à l’expédition de la commande.',
    'annuler immédiatement jusqu’au début de la préparation de la commande.',
    'jusqu’à 2 heures après la commande ou jusqu’à l’expédition de la commande, à la première de ces échéances.',
  ],
  es: [
    'cancelar de inmediato hasta que se envíe el pedido.',
    'cancelar de inmediato hasta que empecemos a preparar el pedido.',
    'hasta 2 horas después del pedido o hasta que se envíe el pedido, lo que ocurra primero.',
  ],
  it: [
    'annullare subito, fino alla spedizione dell’ordine.',
    'annullare subito, fino a quando iniziamo a preparare l’ordine.',
    'fino a 2 ore dopo l’ordine o fino alla spedizione dell’ordine, se ciò avviene prima.',
  ],
  nl: [
    'direct annuleren totdat de bestelling verzonden is.',
    'direct annuleren totdat we de bestelling gaan verwerken.',
    'tot 2 uur na je bestelling of totdat de bestelling verzonden is, afhankelijk van wat het eerst gebeurt.',
  ],
  pl: [
    'anulować od razu do momentu wysłania zamówienia.',
    'anulować od razu do momentu, gdy zaczniemy przygotowywać zamówienie.',
    'do 2 godzin po złożeniu zamówienia lub do momentu wysłania zamówienia, w zależności od tego, co nastąpi wcześniej.',
  ],
  ja: [
    '発送の時点まで、すぐにキャンセルできます。',
    '当店が発送準備を始める時点まで、すぐにキャンセルできます。',
    'ご注文の2時間後または発送の時点のうち、最も早い時点まで、すぐにキャンセルできます。',
  ],
};

describe('the published policy', () => {
  it('says of the default policy what holds, in one rule without a heading', () => {
    const text = published(DEFAULT_POLICY, 'en-GB', SHOP);
    expect(text).toMatchObject({ version: 0, language: 'en', rules: [{ heading: null }] });
    expect(sentences(DEFAULT_POLICY, 'en')).toEqual(
      expect.arrayContaining([
        'This is for customers with an account and customers who ordered without an account, wherever the order goes.',
        'You can cancel immediately up to 1 hour after ordering or until we start preparing your order, whichever comes first. Our approval is not needed.',
        'Only with our approval: gift cards.',
        'There is no cancellation fee.',
      ]),
    );
  });

  it('tells cut-offs in the shop’s time zone, with its opening days', () => {
    expect(sentences(rich, 'de').join('\n')).toContain(
      'bis zu 2 Stunden nach der Bestellung, bis 14:00 Uhr (Mitteleuropäische Zeit) am ersten unserer Geschäftstage, an dem diese Uhrzeit nach deiner Bestellung liegt, oder bis wir mit der Bearbeitung beginnen, je nachdem, was zuerst eintritt.',
    );
    expect(sentences(rich, 'de')).toContain(
      'Unsere Geschäftstage sind Montag, Dienstag, Mittwoch, Donnerstag und Freitag.',
    );
    const inTokyo = sentences(rich, 'en', { ...SHOP, timeZone: 'Asia/Tokyo' });
    expect(inTokyo.join('\n')).toContain('2:00 PM (Japan Standard Time)');
    expect(sentences(policy(), 'en').join('\n')).not.toContain('Our business days are');
  });

  it('writes amounts, percentages and countries as the language does', () => {
    expect(sentences(rich, 'de')).toEqual(
      expect.arrayContaining([
        'Personen mit Kundenkonto und Personen ohne Kundenkonto (Deutschland und Österreich)',
        'Wir behalten eine Stornogebühr von 4,50\u00a0€ oder 5,00\u00a0$ ein.',
        'Bei Shop-Guthaben erhältst du 7,5\u00a0% zusätzlich.',
        'Nach 3 Stornierungen innerhalb von 30 Tagen braucht jede weitere unsere Zustimmung.',
      ]),
    );
  });

  it.each([
    ['en', 'After 1 cancellation in 1 day,'],
    ['de', 'Nach 1 Stornierung innerhalb von 1 Tag'],
    ['fr', 'Après 1 annulation en 1 jour,'],
    ['es', 'Después de 1 cancelación en 1 día,'],
    ['it', 'Dopo 1 annullamento in 1 giorno,'],
    ['nl', 'Na 1 annulering in 1 dag'],
    ['pl', 'Po 1 anulowaniu w ciągu 1 dnia'],
    ['ja', '1日間に1回'],
  ])('counts one as one in %s', (language, sentence) => {
    const limit = { cancellations: 1, days: 1, then: 'refuse', exemptTag: null } as const;
    expect(sentences(policy({ limit }), language).join('\n')).toContain(sentence);
  });

  it.each([
    [1, 1, 'Po 1 anulowaniu w ciągu 1 dnia'],
    [3, 2, 'Po 3 anulowaniach w ciągu 2 dni'],
    [5, 30, 'Po 5 anulowaniach w ciągu 30 dni'],
  ])('counts %d and %d with Polish’s forms', (cancellations, days, sentence) => {
    const limit = { cancellations, days, then: 'refuse', exemptTag: null } as const;
    expect(sentences(policy({ limit }), 'pl').join('\n')).toContain(sentence);
  });

  it('names collections by their titles and uses the merchant’s words in the customer’s language', () => {
    const named = {
      ...SHOP,
      collectionTitles: new Map([['gid://shopify/Collection/1', 'Candles']]),
    };
    expect(sentences(rich, 'de', named).join('\n')).toContain('Artikel der Kollektion „Candles“');
    expect(sentences(rich, 'de').join('\n')).toContain('Fragen Sie uns.');
    expect(sentences(rich, 'fr').join('\n')).toContain('Ask us.');
  });

  it('promises nothing while cancelling is switched off', () => {
    const off = published({ ...rich, enabled: false }, 'en', SHOP);
    expect(off.rules).toEqual([]);
    expect(off.sections).toEqual([]);
    expect(off.introduction).toHaveLength(1);
  });

  it('says nothing of parts where only whole orders can be cancelled', () => {
    const whole = policy({ rules: [rule({ what: 'whole_order' })] });
    expect(sentences(whole, 'en')).not.toContain('If you cancel part of an order');
    expect(sentences(policy(), 'en')).toContain('If you cancel part of an order');
  });

  it.each(LANGUAGES)('sends nobody where they cannot cancel, in %s', (language) => {
    const { t } = messagesIn(language, 'policy');
    const [how, howGuest] = [t('how'), t('howGuest')];
    const ways = (...who: Rule['who']) =>
      sentences(policy({ rules: [rule({ who })] }), language).filter((text) =>
        [how, howGuest].includes(text),
      );
    expect(ways('customer')).toEqual([how]);
    expect(ways('company_buyer')).toEqual([how]);
    expect(ways('guest')).toEqual([howGuest]);
    expect(ways('customer', 'guest')).toEqual([how, howGuest]);
  });

  it.each<[Language, string, string]>([
    ['en', 'December 24, 2026', '$1,234.50'],
    ['de', '24. Dezember 2026', '1.234,50 $'],
    ['fr', '24 décembre 2026', '1 234,50 $US'],
    ['es', '24 de diciembre de 2026', '1234,50 US$'],
    ['it', '24 dicembre 2026', '1234,50 USD'],
    ['nl', '24 december 2026', 'US$ 1.234,50'],
    ['pl', '24 grudnia 2026', '1234,50 USD'],
    ['ja', '2026年12月24日', '$1,234.50'],
  ])('writes dates and amounts as %s does', (language, date, amount) => {
    const instant = { minutes: 60, cutOff: '14:00', untilFulfillment: true };
    const closed = policy({
      rules: [rule({ instant, reviewAbove: { USD: '1234.50' } })],
      calendar: { ...policy().calendar, closedOn: ['2026-12-24'] },
    });
    const text = sentences(closed, language)
      .join(' ')
      .replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(text).toContain(date);
    expect(text).toContain(amount);
  });

  it('keeps back what no policy can promise', () => {
    const texts = sentences(policy({ rules: [rule({ what: 'whole_order' })] }), 'en');
    expect(texts).toEqual(
      expect.arrayContaining([
        'No item is excluded.',
        'If a gift card from your order has been used, the cancellation needs our approval.',
      ]),
    );
    const bundle = 'Items that were sold as a bundle can only be cancelled together.';
    expect(texts).not.toContain(bundle);
    expect(sentences(policy(), 'en')).toContain(bundle);
  });

  it('is in English where no words are', () => {
    expect(messagesIn('pt-BR', 'policy').language).toBe('en');
    expect(messagesIn('DE-ch', 'policy').language).toBe('de');
  });

  it.each(LANGUAGES)('is whole and its own in %s', (language) => {
    const texts = sentences(rich, language);
    for (const text of texts) expect(text).toMatch(/\S/);
    expect(texts.join(' ')).not.toMatch(/undefined|\bnull\b|NaN|\bn (minut|hour|day)|\[object/);
    if (language !== 'en') {
      const english = new Set(sentences(rich, 'en'));
      expect(texts.filter((text) => english.has(text))).toEqual([]);
    }
  });

  // What customers have no part in: names for staff, the shelf, staff, who is exempt.
  const INTERNAL =
    /^rules\.\d+\.(id|name|restock\b)|^reasons\.\d+\.id$|^staff\b|^limit\.exemptTag$/;

  /** How the shop marks products, customers and orders, and what its fraud check thinks of them. */
  const MARKS = ['product_tag', 'final_sale', 'customer_tag', 'order_tag', 'risk_level'];
  const isInternal = (path: string): boolean => {
    const [, of, which] = /^rules\.(\d+)\.exclusions\.(\d+)\.values\b/.exec(path) ?? [];
    const kind = rich.rules[Number(of)]?.exclusions[Number(which)]?.kind;
    return INTERNAL.test(path) || (kind !== undefined && MARKS.includes(kind));
  };

  it.each(LANGUAGES)(
    'says of each exclusion what it is, apart from every other, in %s',
    (language) => {
      const { t } = messagesIn(language, 'policy');
      const kinds = Object.keys(english.exclusions) as (keyof typeof english.exclusions)[];
      const named = kinds.map(
        (kind) => [kind, t(`exclusions.${kind}`, { values: 'VALUE' })] as const,
      );
      for (const [kind, text] of named) {
        expect(text.replace('VALUE', '').trim()).not.toBe('');
        expect([kind, text.includes('VALUE')]).toEqual([kind, WITH_VALUES.includes(kind)]);
      }
      // Which of the two marks an order is left out by is not said.
      expect(new Set(named.map(([, text]) => text)).size).toBe(named.length - 1);
      expect(t('exclusions.customer_tag')).toBe(t('exclusions.order_tag'));
    },
  );

  it.each(Object.entries(ENDS))(
    'names each limit of a window that there is, and that the earliest counts, in %s',
    (language, [shipped, begun, several]) => {
      const instant = { minutes: null, cutOff: null, untilFulfillment: false };
      const said = (changes: Partial<Window>): string =>
        sentences(policy({ rules: [rule({ instant: { ...instant, ...changes } })] }), language)
          .join('\n')
          .replaceAll('\u00a0', ' ');
      expect(said({})).toContain(shipped);
      expect(said({ untilFulfillment: true })).toContain(begun);
      expect(said({ minutes: 120 })).toContain(several);
      const all = said({ minutes: 120, cutOff: '14:00', untilFulfillment: true });
      expect(all).toMatch(/(14:00|2:00 PM) ?(Uhr|uur)? ?[(（]\p{L}/u);
    },
  );

  it('counts days in German in the case that its sentence asks for', () => {
    const instant = { minutes: 2 * 24 * 60, cutOff: null, untilFulfillment: false };
    expect(sentences(policy({ rules: [rule({ instant })] }), 'de').join('\n')).toContain(
      'bis zu 2 Tagen nach der Bestellung',
    );
  });

  it.each([
    ['2026-12-01', '1er décembre 2026'],
    ['2026-12-11', '11 décembre 2026'],
    ['2026-12-21', '21 décembre 2026'],
  ])('writes the first of a month as French does: %s', (day, date) => {
    const instant = { minutes: 60, cutOff: '14:00', untilFulfillment: true };
    const calendar = { ...policy().calendar, closedOn: [day] };
    const text = sentences(policy({ rules: [rule({ instant })], calendar }), 'fr').join('\n');
    expect(text).toContain(` ${date}.`);
  });

  it('changes with every field that can matter to a customer, and with no other', () => {
    const textIn = (policy: Policy, language: string): string =>
      sentences(policy, language).join('\n');
    const before = new Map(LANGUAGES.map((language) => [language, textIn(rich, language)]));
    const mutations = mutationsOf(richPolicy());
    expect(mutations.length).toBeGreaterThan(200);
    const unlike = mutations.filter(({ path, document }) => {
      const changed = { ...document, version: 3 };
      const isChanged = [...before].some(([language, text]) => textIn(changed, language) !== text);
      return isChanged === isInternal(path);
    });
    expect(unlike.map(({ path }) => path)).toEqual([]);
  }, 30_000);
});
