import type { Policy, Rule } from './policy.ts';

const translated = (id: string, label: string, translations: Record<string, string>) => ({
  id,
  label,
  needsComment: false,
  translations,
});

/** Everybody may cancel the whole order, or single units of it, within an hour and before work has begun. */
const EVERYBODY: Rule = {
  id: 'everybody',
  name: 'Everybody',
  who: ['customer', 'guest'],
  countries: [],
  what: 'quantities',
  exclusions: [
    { kind: 'gift_card', then: 'review', wording: null },
    { kind: 'subscription', then: 'review', wording: null },
    { kind: 'personalised', then: 'review', wording: null },
    { kind: 'risk_level', values: ['HIGH'], then: 'review', wording: null },
  ],
  instant: { minutes: 60, cutOff: null, untilFulfillment: true },
  request: null,
  reviewAbove: null,
  refund: { method: 'original', storeCreditBonusPercent: null },
  fee: { kind: 'none' },
  restock: { byDefault: true, neverTags: [] },
  partial: { shipping: 'keep', tip: 'keep', duties: 'proportional' },
  thresholds: { behaviour: 'keep_the_deal' },
};

const EVERYTHING_ALLOWED = { mayCancel: true, mayOverridePolicy: true, refundUpTo: null } as const;

/** What holds for a shop that never opened the policy page: safe, and useful at once. */
export const DEFAULT_POLICY: Policy = {
  version: 0,
  enabled: true,
  rules: [EVERYBODY],
  calendar: { openingDays: [1, 2, 3, 4, 5, 6, 7], closedOn: [] },
  reviewDays: 3,
  requestsAfterDecline: 0,
  reasons: [
    translated('changed_mind', 'I changed my mind', {
      de: 'Ich habe es mir anders überlegt',
      fr: 'J’ai changé d’avis',
      es: 'He cambiado de opinión',
      it: 'Ho cambiato idea',
      nl: 'Ik heb me bedacht',
      ja: '気が変わった',
    }),
    translated('ordered_by_mistake', 'I ordered by mistake', {
      de: 'Ich habe aus Versehen bestellt',
      fr: 'J’ai commandé par erreur',
      es: 'Hice el pedido por error',
      it: 'Ho ordinato per errore',
      nl: 'Ik heb per ongeluk besteld',
      ja: '間違えて注文した',
    }),
    translated('wrong_details', 'The address, size or item is wrong', {
      de: 'Adresse, Größe oder Artikel stimmt nicht',
      fr: 'Erreur d’adresse, de taille ou d’article',
      es: 'Me equivoqué de dirección, talla o artículo',
      it: 'Ho sbagliato indirizzo, taglia o articolo',
      nl: 'Het adres, de maat of het artikel klopt niet',
      ja: '住所・サイズ・商品が間違っている',
    }),
    translated('found_better', 'I found it elsewhere', {
      de: 'Ich habe es anderswo gefunden',
      fr: 'Je l’ai trouvé ailleurs',
      es: 'Lo encontré en otro lugar',
      it: 'L’ho trovato altrove',
      nl: 'Ik heb het elders gevonden',
      ja: '別の店で見つけた',
    }),
    translated('too_slow', 'Delivery takes too long', {
      de: 'Die Lieferung dauert zu lange',
      fr: 'Le délai de livraison est trop long',
      es: 'La entrega tarda demasiado',
      it: 'La consegna richiede troppo tempo',
      nl: 'De levering duurt te lang',
      ja: '配送に時間がかかりすぎる',
    }),
    translated('other', 'Another reason', {
      de: 'Ein anderer Grund',
      fr: 'Une autre raison',
      es: 'Otro motivo',
      it: 'Un altro motivo',
      nl: 'Een andere reden',
      ja: 'その他の理由',
    }),
  ],
  limit: null,
  staff: { member: EVERYTHING_ALLOWED, collaborator: EVERYTHING_ALLOWED },
};
