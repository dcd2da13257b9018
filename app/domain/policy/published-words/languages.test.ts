import { describe, expect, it } from 'vitest';

import { PUBLISHED_WORDS } from './languages.ts';
import {
  type Limits,
  PUBLISHED_LANGUAGES,
  type PublishedLanguage,
  type PublishedWords,
} from './words.ts';

const VALUES = '“VALUE”';
const WITHOUT_VALUES = [
  ...['gift_card', 'subscription', 'pre_order', 'personalised', 'digital'],
  // Marks and judgements of the shop's own: nobody else's to read.
  ...['product_tag', 'final_sale', 'customer_tag', 'order_tag', 'risk_level'],
];
const cutOff = { time: '14:00', zone: 'CENTRAL TIME' };
const limits = (changes: Partial<Limits>): Limits => ({
  duration: null,
  cutOff: null,
  untilFulfillment: false,
  ...changes,
});

/** Every sentence that is made of something, with all that it is made of. */
const sentencesOf = (words: PublishedWords): readonly (readonly [string, ...string[]])[] => [
  [words.quoted('ONE'), 'ONE'],
  [words.who('ONE', null), 'ONE'],
  [words.who('ONE', 'TWO'), 'ONE', 'TWO'],
  [words.instant(limits({ duration: 'ONE' })), 'ONE'],
  [words.request(limits({ cutOff })), '14:00', 'CENTRAL TIME'],
  [words.reviewDays('ONE'), 'ONE'],
  [words.afterDecline('ONE'), 'ONE'],
  [words.reviewAbove('ONE'), 'ONE'],
  [words.refused('ONE'), 'ONE'],
  [words.reviewed('ONE'), 'ONE'],
  [words.limit.refuse('ONE', 'TWO'), 'ONE', 'TWO'],
  [words.limit.review('ONE', 'TWO'), 'ONE', 'TWO'],
  [words.bonus('ONE'), 'ONE'],
  [words.fee.fixed('ONE'), 'ONE'],
  [words.freeShipping('ONE', 'TWO'), 'ONE', 'TWO'],
  [words.discount('ONE', 'TWO'), 'ONE', 'TWO'],
  [words.openingDays('ONE'), 'ONE'],
  [words.closedOn('ONE'), 'ONE'],
  [words.reasons('ONE'), 'ONE'],
  [words.withComment('ONE'), 'ONE'],
];

describe.each(PUBLISHED_LANGUAGES)('the words of a published policy, in %s', (language) => {
  const words = PUBLISHED_WORDS[language];

  it('name what they are made of, and say something of it', () => {
    const sentences = sentencesOf(words);
    for (const [sentence, ...parts] of sentences) {
      for (const part of parts) expect(sentence).toContain(part);
      expect(sentence.length).toBeGreaterThan(parts.join('').length + 1);
    }
    expect(new Set(sentences.map(([sentence]) => sentence)).size).toBe(sentences.length);
    expect(words.fee.percent('ONE')).toContain('ONE');
  });

  it('tell what is left out, with its values where it has any, each apart from every other', () => {
    const named = Object.entries(words.exclusions).map(
      ([kind, say]) => [kind, say(VALUES)] as const,
    );
    for (const [kind, text] of named) {
      expect(text.replace(VALUES, '').trim()).not.toBe('');
      expect(text.includes(VALUES)).toBe(!WITHOUT_VALUES.includes(kind));
    }
    // Which of the two marks an order is left out by is not said.
    expect(new Set(named.map(([, text]) => text)).size).toBe(named.length - 1);
    expect(words.exclusions.customer_tag(VALUES)).toBe(words.exclusions.order_tag(VALUES));
  });

  it('say that it holds everywhere, or that there is none of it, in words of their own', () => {
    const never = words.afterDecline(null);
    const everywhere = words.who('ONE', null);
    for (const text of [never, everywhere]) expect(text).not.toMatch(/undefined|null/);
    expect(never).not.toBe('');
    expect(everywhere.length).toBeGreaterThan('ONE'.length + 10);
  });

  it('name each limit of a window that there is, no other, and that the earliest counts', () => {
    const say = (changes: Partial<Limits>) => words.instant(limits(changes));
    const [shipped, begun, several] = ENDS[language];
    expect(say({})).toContain(shipped);
    expect(say({ untilFulfillment: true })).toContain(begun);
    expect(say({ duration: 'X' })).toContain(several);
    const all = say({ duration: '2 HOURS', cutOff, untilFulfillment: true });
    for (const part of ['2 HOURS', '14:00', 'CENTRAL TIME']) expect(all).toContain(part);
  });
});

/** How a window reads that only the shipment ends, only the work, and the earlier of a time and the shipment. */
const ENDS: Readonly<Record<PublishedLanguage, readonly [string, string, string]>> = {
  en: [
    'cancel immediately until your order is sent.',
    'cancel immediately until we start preparing your order.',
    'up to X after ordering or until your order is sent, whichever comes first.',
  ],
  de: [
    'sofort stornieren: solange sie nicht versandt ist.',
    'sofort stornieren: solange wir sie noch nicht bearbeiten.',
    'bis zu X nach der Bestellung oder solange sie nicht versandt ist, je nachdem, was zuerst endet.',
  ],
  fr: [
    'annuler immédiatement jusqu’à son expédition.',
    'annuler immédiatement jusqu’au début de sa préparation.',
    'jusqu’à X après la commande ou jusqu’à son expédition, à la première de ces échéances.',
  ],
  es: [
    'cancelar de inmediato hasta que se envíe.',
    'cancelar de inmediato hasta que empecemos a prepararlo.',
    'hasta X después del pedido o hasta que se envíe, lo que ocurra primero.',
  ],
  it: [
    'annullare subito, fino a quando viene spedito.',
    'annullare subito, fino a quando iniziamo a prepararlo.',
    'fino a X dopo l’ordine o fino a quando viene spedito, se ciò avviene prima.',
  ],
  nl: [
    'direct annuleren totdat de bestelling verzonden is.',
    'direct annuleren totdat we de bestelling gaan verwerken.',
    'tot X na je bestelling of totdat de bestelling verzonden is, afhankelijk van wat het eerst gebeurt.',
  ],
  ja: [
    '発送の時点まで、すぐにキャンセルできます。',
    '当店が発送準備を始める時点まで、すぐにキャンセルできます。',
    'ご注文のX後、発送の時点のうち最も早い時点まで、すぐにキャンセルできます。',
  ],
};
