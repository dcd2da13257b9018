import { z } from 'zod';

/** Shopify's `OrderCancelReason`. */
export const ORDER_CANCEL_REASONS = [
  'CUSTOMER',
  'DECLINED',
  'FRAUD',
  'INVENTORY',
  'OTHER',
  'STAFF',
] as const;
export type OrderCancelReason = (typeof ORDER_CANCEL_REASONS)[number];

const reason = z.strictObject({
  /** Stable key: what is stored with a cancellation and what translations hang on. */
  id: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/, 'Use up to 40 lower-case letters, digits and underscores.'),
  label: z.string().trim().min(1, 'Give the reason a text.').max(80, 'Keep it to 80 characters.'),
  /** The label in other languages, by language code. */
  translations: z.record(
    z.string().regex(/^[a-z]{2}$/, 'Use a two-letter language code.'),
    z.string().trim().min(1).max(80),
  ),
});
export type PolicyReason = z.infer<typeof reason>;

/**
 * What a merchant allows, stored whole and never edited in place: each save is a new version.
 *
 * `window`: counted from the order's `processedAt`, both ends included; an order is in its window up to and
 * including the last millisecond of its last minute.
 */
export const policyDocument = z
  .strictObject({
    enabled: z.boolean(),
    window: z.discriminatedUnion('until', [
      z.strictObject({
        until: z.literal('minutes'),
        minutes: z
          .int('Use whole minutes.')
          .min(1, 'At least one minute.')
          .max(60 * 24 * 60, 'At most 60 days, as far back as Shopify shows orders to apps.'),
      }),
      z.strictObject({ until: z.literal('fulfilment') }),
    ]),
    /** `review`: a person approves each request; fulfilment is held meanwhile. */
    handling: z.enum(['automatic', 'review']),
    /** Days after which an unanswered request ends and its hold is released. */
    reviewDays: z.int('Use whole days.').min(1, 'At least one day.').max(30, 'At most 30 days.'),
    reasons: z.array(reason).min(1, 'Offer at least one reason.').max(20, 'At most 20 reasons.'),
    restock: z.boolean(),
    refundMethod: z.enum(['original', 'store_credit']),
  })
  .superRefine((policy, context) => {
    const seen = new Set<string>();
    policy.reasons.forEach((entry, index) => {
      if (seen.has(entry.id)) {
        context.addIssue({
          code: 'custom',
          path: ['reasons', index, 'id'],
          message: 'Another reason has this id.',
        });
      }
      seen.add(entry.id);
    });
  });
export type PolicyDocument = z.infer<typeof policyDocument>;

/** A saved policy. Version 0 is the default of a shop that never saved one. */
export interface Policy extends PolicyDocument {
  readonly version: number;
}

const translated = (id: string, label: string, translations: Record<string, string>) => ({
  id,
  label,
  translations,
});

/** What holds for a shop that never opened the policy page: safe, and useful at once. */
export const DEFAULT_POLICY: Policy = {
  version: 0,
  enabled: true,
  window: { until: 'minutes', minutes: 60 },
  handling: 'automatic',
  reviewDays: 3,
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
      fr: 'L’adresse, la taille ou l’article est incorrect',
      es: 'La dirección, la talla o el artículo es incorrecto',
      it: 'L’indirizzo, la taglia o l’articolo è sbagliato',
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
      fr: 'La livraison est trop longue',
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
  restock: true,
  refundMethod: 'original',
};

/** The reason's text in a language ("de", "de-CH"), or in the shop's own when it has no translation. */
export function reasonLabel(reason: PolicyReason, locale: string): string {
  return reason.translations[locale.slice(0, 2).toLowerCase()] ?? reason.label;
}
