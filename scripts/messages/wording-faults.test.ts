import { describe, expect, it } from 'vitest';

import { wordingFaults } from './wording-faults.ts';

describe('a text is found whose', () => {
  it.each([
    ['apostrophe is straight', 'en', 'shopper', "The customer's bank", "'"],
    ['quotation marks are straight', 'de', 'staff', 'Wähle "Stornieren"', '"'],
    ['dots are three', 'en', 'staff', 'Loading...', '...'],
    ['words stand too far apart', 'es', 'mail', 'Tu  pedido', '  '],
    ['end is a space', 'nl', 'mail', 'Je bestelling ', ' '],
    ['quotation marks are another language’s', 'de', 'policy', '“{{title}}” entfällt', '”'],
    ['quotation marks are English in Polish', 'pl', 'staff', '“{{text}}”', '“'],
    ['mail is not an email', 'en', 'mail', 'Reply to this mail.', 'mail'],
    ['spelling is British', 'en', 'policy', 'personalised items', 'personalised'],
    ['money comes back', 'en', 'staff', 'What comes back', 'comes back'],
    ['refund is given back to staff', 'en', 'staff', 'What is paid back', 'paid back'],
    ['review is made by people', 'en', 'staff', 'A person decides', 'person'],
    ['shop is no store', 'en', 'staff', 'Your shop’s domain', 'shop'],
    ['address is formal in German', 'de', 'mail', 'Bitte kontaktieren Sie uns.', 'Sie'],
    ['possessive is formal in German', 'de', 'mail', 'Ihre Bestellung', 'Ihre'],
    ['refund has two names in German', 'de', 'shopper', 'Deine Erstattung', 'Erstattung'],
    ['gift card is a card in German', 'de', 'shopper', 'Eine Geschenkkarte', 'Geschenkkarte'],
    ['address is familiar in French', 'fr', 'mail', 'Si tu veux annuler', 'tu'],
    ['colon hangs on its word in French', 'fr', 'mail', 'Référence: 7', ':'],
    ['question mark may begin a line in French', 'fr', 'mail', 'Pourquoi ?', '?'],
    ['French quotation marks are too narrow', 'fr', 'mail', '«Annuler\u00a0»', '«'],
    [
      'business days are opening days',
      'fr',
      'policy',
      'Nos jours d’ouverture',
      'jours d’ouverture',
    ],
    ['address is formal in Spanish', 'es', 'policy', 'Póngase en contacto', 'Póngase'],
    ['store credit has another name', 'es', 'mail', 'crédito de la tienda', 'crédito de la tienda'],
    ['address is formal in Italian', 'it', 'policy', 'Apra l’ordine', 'Apra'],
    ['date is elided wrongly', 'it', 'shopper', 'Fino al {{time}}', 'al {{time}}'],
    ['store credit is another’s', 'it', 'shopper', 'il credito in negozio', 'credito in negozio'],
    ['address is formal in Dutch', 'nl', 'policy', 'Bekijk uw bestelling', 'uw'],
    ['address is formal in Polish', 'pl', 'mail', 'Prosimy Państwa', 'Państwa'],
    ['gift card is not Shopify’s', 'pl', 'staff', 'Karty podarunkowe', 'podarunkowe'],
    ['Japanese has a space in it', 'ja', 'mail', 'この ページは 30分間', ' '],
    ['Japanese brackets are half as wide', 'ja', 'mail', '返金(円)', '('],
    ['order is not the customer’s', 'ja', 'shopper', 'この注文は済みです。', 'この注文'],
    ['fee is another’s', 'ja', 'mail', 'キャンセル手数料', 'キャンセル手数料'],
  ])('%s', (_what, language, namespace, text, found) => {
    const faults = wordingFaults(language, namespace, text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`“${found}”`);
  });

  it.each([
    ['en', 'shopper', 'The customer’s “{{title}}” … by email from {{shop}}'],
    ['en', 'policy', 'people who order at once'],
    ['de', 'mail', 'Wir prüfen sie. Sie wurde verschickt: „{{menu}}“'],
    ['fr', 'mail', 'Pourquoi\u00a0? «\u00a0Annuler\u00a0» à 14:00, https://x.example'],
    ['es', 'policy', 'Los clientes reciben su código por correo electrónico.'],
    ['it', 'shopper', 'Scadenza: {{time}}. Non può essere annullato.'],
    ['nl', 'policy', 'Tot {{time}} uur, in je account: ‘{{menu}}’'],
    ['pl', 'staff', '„{{text}}”: karta prezentowa, e-mail'],
    [
      'ja',
      'shopper',
      'このご注文は{{time}}までキャンセルできます（営業日）。{{title}} × {{quantity}}',
    ],
  ])('and none that is right, in %s', (language, namespace, text) => {
    expect(wordingFaults(language, namespace, text)).toEqual([]);
  });
});
