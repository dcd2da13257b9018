import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/*
 * All that customers read, wherever it stands: the window, the block of the theme, mails, the published policy and
 * the guests' page. Somebody who goes from one to the next is spoken to by one shop.
 */
const ROOT = path.join(import.meta.dirname, '../../..');
const NAMESPACES = ['mail', 'policy', 'shopper', 'storefront'];

function textsIn(texts: object): readonly string[] {
  return Object.values(texts).flatMap((value: string | object) =>
    typeof value === 'string' ? [value.replaceAll(/\{\{\w+\}\}/g, 'X')] : textsIn(value),
  );
}

function customerTexts(language: string): readonly string[] {
  const all = NAMESPACES.flatMap((namespace) => {
    const file = path.join(ROOT, `app/messages/${language}/${namespace}.json`);
    // What stands in the theme editor is read by the merchant.
    const texts = JSON.parse(readFileSync(file, 'utf8')) as { themeEditor?: object };
    return textsIn({ ...texts, themeEditor: {} });
  });
  expect(all.length).toBeGreaterThan(300);
  return all;
}

describe('customers are spoken to in one way', () => {
  it.each([
    [
      'de',
      /\b(Ihnen|Ihr|Ihre[mnrs]?)\b|(?<=[a-zäöüß,:“] )Sie (?!wird|fällt|steht|ist|wurde)|\bbitten? Sie\b/,
    ],
    ['es', /\b(usted|ustedes|póngase|elija|desea)\b|\bsu (pedido|solicitud|dinero|cuenta)\b/i],
    ['it', /\b(ci contatti|scelga|confermi|apra)\b|\b(suo|sua) (ordine|richiesta|account)\b/i],
    ['nl', /\b(u|uw)\b/i],
    ['fr', /(?<!\p{L})(tu|ton|ta|tes|toi)(?!\p{L})/iu],
  ])('in %s: du, tú, tu, je, vous', (language, otherForm) => {
    expect(customerTexts(language).filter((text) => otherForm.test(text))).toEqual([]);
  });

  it('in French, where no sign stands at the beginning of a line alone', () => {
    const broken = customerTexts('fr').filter((text) => /[^\s] [:;!?»]|« /.test(text));
    expect(broken).toEqual([]);
  });
});

describe('customers are promised nothing that the app cannot know', () => {
  it.each(['en', 'de', 'fr', 'es', 'it', 'nl', 'ja'])(
    'in %s: how long a bank takes',
    (language) => {
      const promises = /\b5\s?(to|bis|à|a|-|–|tot)\s?10\b|5\s?[〜～]\s?10/;
      expect(customerTexts(language).filter((text) => promises.test(text))).toEqual([]);
    },
  );
});

describe('customers hear one voice: the shop is “we”', () => {
  it.each([
    [
      'en',
      /\b(the|this) shop\b|\bmoney\b|\bwish\b|\bmails?\b|\bgo(es)? on\b|\bgo(es)? back\b|\bcomes? back\b/i,
    ],
    [
      'de',
      /\b(der|den|dem|des|dieser|diesem) Shops?\b|\bper Mail\b|\bWunsch\b|Geschenkkarte|Guthaben im Shop/i,
    ],
    ['fr', /\b(la|cette) boutique\b|crédit en boutique|vente (ferme|définitive)|cartes? cadeau/i],
    [
      'es',
      /\b(la|esta) tienda (?!física|\.)|gastos de cancelación|tarjetas? regalo|crédito de( la)? tienda|condiciones de cancelación/i,
    ],
    ['it', /\b(il|questo|dal|al) negozio\b|carte? regalo|costo di annullamento|e-mail/i],
    ['nl', /\b(de|deze) winkel\b|betaaldienst|klantaccount|klaarmaken|klaargemaakt/i],
    ['ja', /ショップ|キャンセル手数料|仮押さえ|決済事業者|ここではキャンセル|〜/],
  ])('in %s', (language, otherWords) => {
    expect(customerTexts(language).filter((text) => otherWords.test(text))).toEqual([]);
  });
});
